package org.incomingmail.confluence.host;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.labels.Label;
import com.atlassian.confluence.labels.LabelManager;
import com.atlassian.confluence.labels.Labelable;
import com.atlassian.confluence.mail.notification.NotificationManager;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.AttachmentManager;
import com.atlassian.confluence.pages.BlogPost;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.CommentManager;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.confluence.user.ConfluenceUser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Date;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.wiki.NewAttachment;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;

/** Writes content in the name of a user. */
@Named
public class Authoring {
    private final SpaceManager spaces;
    private final PageManager pages;
    private final CommentManager comments;
    private final AttachmentManager attachments;
    private final LabelManager labels;
    private final NotificationManager watches;
    private final HostUsers users;
    private final HostContent contents;

    @Inject
    public Authoring(
            SpaceManager spaces,
            PageManager pages,
            CommentManager comments,
            AttachmentManager attachments,
            LabelManager labels,
            NotificationManager watches,
            HostUsers users,
            HostContent contents) {
        this.spaces = spaces;
        this.pages = pages;
        this.comments = comments;
        this.attachments = attachments;
        this.labels = labels;
        this.watches = watches;
        this.users = users;
        this.contents = contents;
    }

    WikiContent page(WikiUser author, String spaceKey, @Nullable Long parentId, String title, String storage) {
        ConfluenceUser user = users.host(author);
        Space space = spaces.getSpace(spaceKey);
        if (space == null) {
            throw new IllegalStateException("Space " + spaceKey + " is gone");
        }
        try (ActingAs acting = new ActingAs(user)) {
            Page page = new Page();
            page.setSpace(space);
            page.setTitle(title);
            page.setBodyAsString(storage);
            page.setCreator(user);
            page.setCreationDate(new Date());
            Page parent = parentId == null ? space.getHomePage() : pages.getPage(parentId);
            if (parent != null) {
                page.setParentPage(parent);
                parent.addChild(page);
            }
            pages.saveContentEntity(page, null);
            return described(page);
        }
    }

    WikiContent blogPost(WikiUser author, String spaceKey, String title, String storage) {
        ConfluenceUser user = users.host(author);
        Space space = spaces.getSpace(spaceKey);
        if (space == null) {
            throw new IllegalStateException("Space " + spaceKey + " is gone");
        }
        try (ActingAs acting = new ActingAs(user)) {
            BlogPost post = new BlogPost();
            post.setSpace(space);
            post.setTitle(title);
            post.setBodyAsString(storage);
            post.setCreator(user);
            post.setCreationDate(new Date());
            pages.saveContentEntity(post, null);
            return described(post);
        }
    }

    void label(WikiUser author, long contentId, List<String> names) {
        ContentEntityObject content = contents.existing(contentId);
        if (content instanceof Labelable labelable) {
            try (ActingAs acting = new ActingAs(users.host(author))) {
                names.forEach(name -> labels.addLabel(labelable, new Label(name)));
            }
        }
    }

    void watch(WikiUser user, long contentId) {
        watches.addContentNotification(users.host(user), contents.existing(contentId));
    }

    WikiContent comment(WikiUser author, long pageId, @Nullable Long parentId, String storage) {
        try (ActingAs acting = new ActingAs(users.host(author))) {
            Comment parent = parentId == null ? null : comments.getComment(parentId);
            return described(comments.addCommentToObject(contents.existing(pageId), parent, storage));
        }
    }

    void attach(WikiUser author, long contentId, NewAttachment file) throws IOException {
        try (ActingAs acting = new ActingAs(users.host(author));
                InputStream bytes = file.source().open()) {
            Attachment attachment = new Attachment(file.name(), file.mediaType(), file.size(), "");
            attachment.setContainer(contents.existing(contentId));
            attachments.saveAttachment(attachment, null, bytes);
        }
    }

    void replaceBody(WikiUser author, long contentId, String storage) {
        try (ActingAs acting = new ActingAs(users.host(author))) {
            ContentEntityObject content = contents.existing(contentId);
            content.setBodyAsString(storage);
            (content instanceof Comment ? comments : pages).saveContentEntity(content, null);
        }
    }

    private WikiContent described(ContentEntityObject content) {
        return contents.describe(content)
                .orElseThrow(() -> new IllegalStateException("Content " + content.getId() + " has no place"));
    }
}
