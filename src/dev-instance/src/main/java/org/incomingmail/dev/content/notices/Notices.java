package org.incomingmail.dev.content.notices;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.event.events.content.comment.CommentCreateEvent;
import com.atlassian.confluence.event.events.content.page.PageCreateEvent;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.event.api.EventListener;
import com.atlassian.mail.Email;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.incomingmail.dev.content.wiki.Spaces;
import org.incomingmail.dev.content.wiki.Wiki;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells watchers of new pages and comments, once these are committed; who writes something watches it from then on. */
public final class Notices {

    private static final Logger log = LoggerFactory.getLogger(Notices.class);

    private final Wiki wiki;
    private final NoticeMail mail;
    private final Consumer<Email> queue;

    public Notices(Wiki wiki, NoticeMail mail, Consumer<Email> queue) {
        this.wiki = wiki;
        this.mail = mail;
        this.queue = queue;
    }

    @EventListener
    public void pageCreated(PageCreateEvent event) {
        watch(event.getPage().getCreator(), event.getPage());
        tellAfterCommit(event.getPage().getId());
    }

    @EventListener
    public void commentCreated(CommentCreateEvent event) {
        watch(event.getComment().getCreator(), event.getComment().getContainer());
        tellAfterCommit(event.getComment().getId());
    }

    private void watch(@Nullable ConfluenceUser author, @Nullable ContentEntityObject content) {
        if (author != null && content != null) {
            wiki.watches().watch(author, content);
        }
    }

    // read again then: the same transaction may go on to attach files and change the text
    private void tellAfterCommit(long contentId) {
        wiki.database().afterCommit(() -> {
            try {
                wiki.database().inTransaction(() -> tell(wiki.pages().getById(contentId)));
            } catch (RuntimeException e) {
                // what is committed must not look failed because of a mail
                log.error("Watchers of content {} could not be told", contentId, e);
            }
        });
    }

    private boolean tell(@Nullable ContentEntityObject content) {
        if (content == null || content.isDeleted()) {
            return false;
        }
        ConfluenceUser author = content.getCreator();
        for (ConfluenceUser watcher : watchers(content)) {
            boolean own = author != null && author.getKey().equals(watcher.getKey());
            if (!own
                    && !watcher.getEmail().isBlank()
                    && wiki.permissions().hasPermission(watcher, Permission.VIEW, content)) {
                queue.accept(mail.about(content, watcher));
            }
        }
        return true;
    }

    /** Watchers of the page, of the page above a new one, and of the space; each once. */
    private Iterable<ConfluenceUser> watchers(ContentEntityObject content) {
        Map<String, ConfluenceUser> watchers = new LinkedHashMap<>();
        if (content instanceof Comment) {
            ContentEntityObject page = ((Comment) content).getContainer();
            add(watchers, page == null ? List.of() : wiki.watches().watchers(page));
        } else {
            Page parent = ((Page) content).getParent();
            add(watchers, wiki.watches().watchers(content));
            add(watchers, parent == null ? List.of() : wiki.watches().watchers(parent));
        }
        Space space = Spaces.of(content);
        add(watchers, space == null ? List.of() : wiki.watches().watchers(space));
        return watchers.values();
    }

    private static void add(Map<String, ConfluenceUser> all, List<ConfluenceUser> more) {
        more.forEach(watcher -> all.putIfAbsent(watcher.getKey().getStringValue(), watcher));
    }
}
