package com.atlassian.confluence.user;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.User;
import org.incomingmail.hostapi.HostType;

/** A user of the wiki, with the key that survives renames. */
@HostType(source = "Confluence Javadoc 8.1.1")
public interface ConfluenceUser extends User {
    UserKey getKey();
}
