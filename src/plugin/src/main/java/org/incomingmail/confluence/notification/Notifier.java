package org.incomingmail.confluence.notification;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.event.events.content.comment.CommentCreateEvent;
import com.atlassian.confluence.event.events.content.page.PageCreateEvent;
import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.inject.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of new content and has it told to watchers once it is committed. */
@Named
public class Notifier implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Notifier.class);
    private static final int LOOKS = 6;
    private static final int MOST_WAITING = 10_000;
    private final EventPublisher events;
    private final WatcherMail mail;
    private final ScheduledThreadPoolExecutor thread;

    @Inject
    public Notifier(EventPublisher events, WatcherMail mail) {
        this.events = events;
        this.mail = mail;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, "incoming-mail-notifications");
            created.setDaemon(true);
            created.setContextClassLoader(Notifier.class.getClassLoader());
            return created;
        });
        events.register(this);
    }

    @EventListener
    public void pageCreated(PageCreateEvent event) {
        later(event.getPage(), 0);
    }

    @EventListener
    public void commentCreated(CommentCreateEvent event) {
        later(event.getComment(), 0);
    }

    private void later(ContentEntityObject content, int look) {
        later(content.getId(), look);
    }

    /**
     * The event comes inside the transaction that creates the content. Another thread sees the content only when that
     * is committed, and never when it was rolled back: so it looks a few times, with growing pauses.
     */
    private void later(long contentId, int look) {
        if (look == LOOKS || thread.getQueue().size() > MOST_WAITING) {
            log.debug("No notification about content {}: it was never committed, or too many wait", contentId);
            return;
        }
        try {
            thread.schedule(() -> tell(contentId, look), 250L << (2 * look), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException goingDown) {
            log.debug("No notification about content {}: the app goes down", contentId);
        }
    }

    private void tell(long contentId, int look) {
        try {
            if (!mail.send(contentId)) {
                later(contentId, look + 1);
            }
        } catch (RuntimeException | LinkageError failed) {
            log.error("IM-NOTIFICATION-FAILED content {}: {}", contentId, failed.toString());
            log.debug("Notification failed", failed);
        }
    }

    @Override
    public void close() {
        events.unregister(this);
        thread.shutdownNow();
    }
}
