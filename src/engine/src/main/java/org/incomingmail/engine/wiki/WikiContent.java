package org.incomingmail.engine.wiki;

import java.util.Optional;

/**
 * A page, blog post or comment.
 *
 * @param pageId the page or blog post itself, or the one a comment is about
 * @param parentCommentId set for a comment that answers another
 * @param url absolute address
 */
public record WikiContent(
        long id, Kind kind, long pageId, Optional<Long> parentCommentId, String title, String spaceKey, String url) {

    /** What it is. */
    public enum Kind {
        PAGE,
        BLOG_POST,
        COMMENT
    }
}
