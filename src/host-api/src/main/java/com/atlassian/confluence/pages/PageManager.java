package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.ContentEntityManager;
import java.util.Calendar;
import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** Pages and blog posts. */
@HostType(source = "Confluence Javadoc 5.5.3, used so on 10.0.1")
public interface PageManager extends ContentEntityManager {
    @Nullable
    Page getPage(long id);

    @Nullable
    Page getPage(String spaceKey, String pageTitle);

    @Nullable
    AbstractPage getAbstractPage(long id);

    /** The blog post of a day. */
    @Nullable
    BlogPost getBlogPost(String spaceKey, String pageTitle, Calendar day);
}
