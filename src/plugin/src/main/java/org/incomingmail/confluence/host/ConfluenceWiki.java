package org.incomingmail.confluence.host;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.BlogPost;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.spaces.SpaceManager;
import java.io.IOException;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.wiki.NewAttachment;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;

/** The wiki is Confluence. */
@Named
public class ConfluenceWiki implements Wiki {
    private final SpaceManager spaces;
    private final PageManager pages;
    private final PermissionManager permissions;
    private final HostUsers users;
    private final HostContent contents;
    private final HostNotifications notifications;
    private final Authoring authoring;

    @Inject
    public ConfluenceWiki(
            SpaceManager spaces,
            PageManager pages,
            PermissionManager permissions,
            HostUsers users,
            HostContent contents,
            HostNotifications notifications,
            Authoring authoring) {
        this.spaces = spaces;
        this.pages = pages;
        this.permissions = permissions;
        this.users = users;
        this.contents = contents;
        this.notifications = notifications;
        this.authoring = authoring;
    }

    @Override
    public List<WikiUser> usersByEmail(String address) {
        return users.byEmail(address);
    }

    @Override
    public Optional<WikiUser> user(String userKey) {
        return users.byKey(userKey);
    }

    @Override
    public Optional<String> spaceKey(String key) {
        return Optional.ofNullable(spaces.getSpace(key)).map(Space::getKey);
    }

    @Override
    public Optional<WikiContent> content(long id) {
        return contents.describe(contents.find(id));
    }

    @Override
    public Optional<WikiContent> contentOfHostNotification(Map<String, List<String>> headers) {
        return contents.describe(notifications.contentOf(headers));
    }

    @Override
    public boolean mayCreatePage(WikiUser user, String spaceKey) {
        Space space = spaces.getSpace(spaceKey);
        return space != null
                && permissions.hasCreatePermission(users.host(user), space, com.atlassian.confluence.pages.Page.class);
    }

    @Override
    public boolean mayCreateBlogPost(WikiUser user, String spaceKey) {
        Space space = spaces.getSpace(spaceKey);
        return space != null && permissions.hasCreatePermission(users.host(user), space, BlogPost.class);
    }

    @Override
    public boolean blogTitleTaken(String spaceKey, String title) {
        return pages.getBlogPost(spaceKey, title, Calendar.getInstance()) != null;
    }

    @Override
    public WikiContent createBlogPost(WikiUser author, String spaceKey, String title, String storageFormat) {
        return authoring.blogPost(author, spaceKey, title, storageFormat);
    }

    @Override
    public void label(WikiUser author, long contentId, List<String> labels) {
        authoring.label(author, contentId, labels);
    }

    @Override
    public void watch(WikiUser user, long contentId) {
        authoring.watch(user, contentId);
    }

    @Override
    public boolean mayView(WikiUser user, long contentId) {
        ContentEntityObject content = contents.find(contentId);
        return content != null && permissions.hasPermission(users.host(user), Permission.VIEW, content);
    }

    @Override
    public boolean mayComment(WikiUser user, long pageId) {
        return mayAdd(user, pageId, Comment.class);
    }

    @Override
    public boolean mayAttach(WikiUser user, long contentId) {
        ContentEntityObject content = contents.find(contentId);
        // who may attach to a comment is decided by its page
        ContentEntityObject owner = content instanceof Comment comment ? comment.getContainer() : content;
        return owner != null && mayAdd(user, owner.getId(), Attachment.class);
    }

    private boolean mayAdd(WikiUser user, long contentId, Class<?> type) {
        ContentEntityObject content = contents.find(contentId);
        return content instanceof AbstractPage && permissions.hasCreatePermission(users.host(user), content, type);
    }

    @Override
    public boolean titleTaken(String spaceKey, String title) {
        return pages.getPage(spaceKey, title) != null;
    }

    @Override
    public WikiContent createPage(
            WikiUser author, String spaceKey, @Nullable Long parentPageId, String title, String storageFormat) {
        return authoring.page(author, spaceKey, parentPageId, title, storageFormat);
    }

    @Override
    public WikiContent createComment(
            WikiUser author, long pageId, @Nullable Long parentCommentId, String storageFormat) {
        return authoring.comment(author, pageId, parentCommentId, storageFormat);
    }

    @Override
    public void attach(WikiUser author, long contentId, NewAttachment attachment) throws IOException {
        authoring.attach(author, contentId, attachment);
    }

    @Override
    public void replaceBody(WikiUser author, long contentId, String storageFormat) {
        authoring.replaceBody(author, contentId, storageFormat);
    }
}
