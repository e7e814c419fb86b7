package com.atlassian.confluence.user;

import com.atlassian.sal.api.user.UserKey;
import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** Finds users. */
@HostType(source = "Confluence Javadoc 8.1.1")
public interface ConfluenceUserResolver {
    @Nullable
    ConfluenceUser getUserByKey(UserKey key);

    @Nullable
    ConfluenceUser getUserByName(String name);
}
