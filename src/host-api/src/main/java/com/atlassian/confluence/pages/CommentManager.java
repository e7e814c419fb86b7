package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.ContentEntityManager;
import com.atlassian.confluence.core.ContentEntityObject;
import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** Comments. Checks no permission. */
@HostType(source = "Confluence Javadoc 9.2.4")
public interface CommentManager extends ContentEntityManager {
    @Nullable
    Comment getComment(long id);

    /** Adds a comment in storage format by the user of this thread; parent null makes it top-level. */
    Comment addCommentToObject(ContentEntityObject target, @Nullable Comment parent, String content);
}
