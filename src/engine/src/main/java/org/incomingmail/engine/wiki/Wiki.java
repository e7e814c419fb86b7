package org.incomingmail.engine.wiki;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Port: the wiki. Reads see the current transaction; writes join it and act as the given author, without checking
 * permissions: ask first.
 */
public interface Wiki {

    /** Active users with exactly this address, ignoring case and how its domain is spelt (A-label or Unicode). */
    List<WikiUser> usersByEmail(String address);

    /** Empty when the user does not exist or is not active. */
    Optional<WikiUser> user(String userKey);

    /** The key as the wiki writes it, when the space exists. */
    Optional<String> spaceKey(String key);

    /** Empty when it does not exist or is in the trash. */
    Optional<WikiContent> content(long id);

    /** The content that the host's own notification, to which this is the reply, was about. */
    Optional<WikiContent> contentOfHostNotification(Map<String, List<String>> headers);

    boolean mayCreatePage(WikiUser user, String spaceKey);

    boolean mayCreateBlogPost(WikiUser user, String spaceKey);

    boolean mayView(WikiUser user, long contentId);

    boolean mayComment(WikiUser user, long pageId);

    boolean mayAttach(WikiUser user, long contentId);

    boolean titleTaken(String spaceKey, String title);

    /** Whether a blog post of today has this title: those of other days do not count. */
    boolean blogTitleTaken(String spaceKey, String title);

    /** Creates a page in storage format; parent null puts it below the space's home page. */
    WikiContent createPage(
            WikiUser author, String spaceKey, @Nullable Long parentPageId, String title, String storageFormat);

    /** Creates a blog post of today in storage format. */
    WikiContent createBlogPost(WikiUser author, String spaceKey, String title, String storageFormat);

    /** Adds global labels to a page or blog post. */
    void label(WikiUser author, long contentId, List<String> labels);

    /** Lets a user watch a page or blog post. */
    void watch(WikiUser user, long contentId);

    /** Creates a comment in storage format; parent comment null makes it top-level. */
    WikiContent createComment(WikiUser author, long pageId, @Nullable Long parentCommentId, String storageFormat);

    /** Attaches a file to a page or comment. */
    void attach(WikiUser author, long contentId, NewAttachment attachment) throws java.io.IOException;

    /** Replaces the body of content created in this transaction, once its attachments are known. */
    void replaceBody(WikiUser author, long contentId, String storageFormat);
}
