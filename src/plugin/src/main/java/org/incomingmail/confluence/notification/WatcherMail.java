package org.incomingmail.confluence.notification;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.CommentManager;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the notifications about one piece of content. */
@Named
public class WatcherMail {
    private static final Logger log = LoggerFactory.getLogger(WatcherMail.class);
    private final PageManager pages;
    private final CommentManager comments;
    private final MailServers servers;
    private final MailServerManager outgoing;
    private final Watchers watchers;
    private final NotificationMail notification;
    private final TransactionTemplate transactions;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public WatcherMail(
            PageManager pages,
            CommentManager comments,
            MailServers servers,
            MailServerManager outgoing,
            Watchers watchers,
            NotificationMail notification,
            TransactionTemplate transactions) {
        this.pages = pages;
        this.comments = comments;
        this.servers = servers;
        this.outgoing = outgoing;
        this.watchers = watchers;
        this.notification = notification;
        this.transactions = transactions;
    }

    /** False when the content is not there (yet). */
    boolean send(long contentId) {
        if (notifying().findAny().isEmpty()) {
            return true;
        }
        Optional<List<Email>> mails = transactions.execute(() -> mails(contentId));
        // outside of the transaction: a slow mail server must not hold it open
        mails.ifPresent(written -> written.forEach(this::send));
        return mails.isPresent();
    }

    private Optional<List<Email>> mails(long contentId) {
        ContentEntityObject page = pages.getAbstractPage(contentId);
        ContentEntityObject content = page != null ? page : comments.getComment(contentId);
        return Optional.ofNullable(content).map(this::mailsAbout);
    }

    private List<Email> mailsAbout(ContentEntityObject content) {
        Object owner = content instanceof Comment comment ? comment.getContainer() : content;
        List<Email> mails = new ArrayList<>();
        if (owner instanceof AbstractPage page) {
            Optional<MailServer> server = notifying(page.getSpaceKey());
            if (server.isPresent() && outgoing.isDefaultSMTPMailServerDefined()) {
                for (ConfluenceUser watcher : watchers.of(page, content)) {
                    notification
                            .about(content, page, watcher, server.get(), clock.instant())
                            .ifPresent(mails::add);
                }
            }
        }
        return mails;
    }

    private Stream<MailServer> notifying() {
        return servers.all().stream()
                .filter(server -> server.enabled() && server.publishing().notifyWatchers());
    }

    private Optional<MailServer> notifying(@Nullable String spaceKey) {
        return notifying()
                .filter(server -> {
                    @Nullable String own = server.publishing().defaultSpaceKey();
                    return own != null && own.equalsIgnoreCase(spaceKey);
                })
                .findFirst();
    }

    private void send(Email mail) {
        SMTPMailServer server = outgoing.getDefaultSMTPMailServer();
        if (server == null) {
            return;
        }
        mail.setFrom(server.getDefaultFrom());
        try {
            server.send(mail);
        } catch (MailException refused) {
            log.warn(
                    "IM-NOTIFICATION-FAILED the outgoing mail server refused a notification: {}", refused.getMessage());
            log.debug("Notification refused", refused);
        }
    }
}
