package com.atlassian.confluence.security;

import com.atlassian.user.User;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Decides what somebody may do. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface PermissionManager {
    /** Target that stands for the whole wiki. */
    Object TARGET_APPLICATION = new Object();

    /** Target that stands for the system itself: system administrators. */
    @Unconfirmed
    Object TARGET_SYSTEM = new Object();

    boolean hasPermission(@Nullable User user, Permission permission, @Nullable Object target);

    boolean hasCreatePermission(@Nullable User user, @Nullable Object container, Class<?> typeToCreate);
}
