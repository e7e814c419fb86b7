package org.incomingmail.confluence.host;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.CommentManager;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.wiki.WikiContent;
import org.jspecify.annotations.Nullable;

/** Finds pages, blog posts and comments of the host. */
@Named
public class HostContent {
    private final PageManager pages;
    private final CommentManager comments;
    private final ApplicationProperties properties;

    @Inject
    public HostContent(
            PageManager pages,
            CommentManager comments,
            @Named("salApplicationProperties") ApplicationProperties properties) {
        this.pages = pages;
        this.comments = comments;
        this.properties = properties;
    }

    /** Null when it does not exist or is in the trash. */
    @Nullable
    ContentEntityObject find(long id) {
        ContentEntityObject page = pages.getAbstractPage(id);
        ContentEntityObject content = page != null ? page : comments.getComment(id);
        return content == null || content.isDeleted() ? null : content;
    }

    ContentEntityObject existing(long id) {
        ContentEntityObject content = find(id);
        if (content == null) {
            throw new IllegalStateException("Content " + id + " is gone");
        }
        return content;
    }

    Optional<WikiContent> describe(@Nullable ContentEntityObject content) {
        if (content instanceof AbstractPage page) {
            return Optional.of(page(page));
        }
        if (content instanceof Comment comment && comment.getContainer() instanceof AbstractPage container) {
            return container.isDeleted() ? Optional.empty() : Optional.of(comment(comment, container));
        }
        return Optional.empty();
    }

    private WikiContent page(AbstractPage page) {
        return new WikiContent(
                page.getId(),
                page instanceof Page ? WikiContent.Kind.PAGE : WikiContent.Kind.BLOG_POST,
                page.getId(),
                Optional.empty(),
                page.getTitle(),
                spaceKey(page),
                url(page));
    }

    private WikiContent comment(Comment comment, AbstractPage container) {
        return new WikiContent(
                comment.getId(),
                WikiContent.Kind.COMMENT,
                container.getId(),
                Optional.ofNullable(comment.getParent()).map(ContentEntityObject::getId),
                container.getTitle(),
                spaceKey(container),
                url(comment));
    }

    private String url(ContentEntityObject content) {
        return properties.getBaseUrl(UrlMode.CANONICAL) + content.getUrlPath();
    }

    private static String spaceKey(AbstractPage page) {
        String key = page.getSpaceKey();
        return key == null ? "" : key;
    }
}
