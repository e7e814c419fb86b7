package com.atlassian.confluence.pages;

import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** A page in the tree of its space. */
@HostType(source = "Confluence Javadoc 9.2.4")
public class Page extends AbstractPage {
    private @Nullable Page parent;

    @Unconfirmed
    public @Nullable Page getParent() {
        return parent;
    }

    @Unconfirmed
    public void setParentPage(@Nullable Page parent) {
        this.parent = parent;
    }

    /** Makes a page a child of this one. */
    @Unconfirmed
    public void addChild(Page child) {
        child.setParentPage(this);
    }

    @Override
    public String getUrlPath() {
        return "/pages/viewpage.action?pageId=" + getId();
    }
}
