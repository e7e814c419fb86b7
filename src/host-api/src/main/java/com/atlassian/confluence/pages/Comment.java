package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.ContentEntityObject;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** A comment on a page, or a reply to another comment. */
@HostType(source = "Confluence Javadoc 9.2.4")
public class Comment extends ContentEntityObject {
    private @Nullable ContentEntityObject container;
    private @Nullable Comment parent;

    /** What the comment is about, however deep in the thread. */
    @Unconfirmed
    public @Nullable ContentEntityObject getContainer() {
        return container;
    }

    @Unconfirmed
    public void setContainer(@Nullable ContentEntityObject container) {
        this.container = container;
    }

    /** Null for a top-level comment. */
    @Unconfirmed
    public @Nullable Comment getParent() {
        return parent;
    }

    @Unconfirmed
    public void setParent(@Nullable Comment parent) {
        this.parent = parent;
    }

    @Override
    public String getUrlPath() {
        ContentEntityObject page = container;
        String base = page == null ? "/pages/viewpage.action?pageId=" + getId() : page.getUrlPath();
        return base + "&focusedCommentId=" + getId() + "#comment-" + getId();
    }
}
