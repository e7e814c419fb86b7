package com.atlassian.sal.api.user;

import javax.servlet.http.HttpServletRequest;
import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** Who is asking, and what they may do. Import in Confluence by name: salUserManager. */
@HostType(source = "SAL: Bamboo 10.2.0 and Confluence 7.18.3 adapter Javadoc")
public interface UserManager {
    @Nullable
    UserProfile getRemoteUser(HttpServletRequest request);

    @Nullable
    UserProfile getRemoteUser();

    @Nullable
    UserKey getRemoteUserKey();

    @Nullable
    UserProfile getUserProfile(@Nullable UserKey userKey);

    @Nullable
    UserProfile getUserProfile(@Nullable String username);

    boolean isSystemAdmin(@Nullable UserKey userKey);

    boolean isAdmin(@Nullable UserKey userKey);

    boolean isUserInGroup(@Nullable UserKey userKey, @Nullable String group);
}
