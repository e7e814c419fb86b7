package com.atlassian.confluence.pages;

import org.incomingmail.hostapi.HostType;

/** An entry of a space's blog; its title is unique among the posts of its day. */
@HostType(source = "Confluence Javadoc 9.2.4")
public class BlogPost extends AbstractPage {
    @Override
    public String getUrlPath() {
        return "/pages/viewpage.action?pageId=" + getId();
    }
}
