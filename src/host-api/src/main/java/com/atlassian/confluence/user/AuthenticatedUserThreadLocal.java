package com.atlassian.confluence.user;

import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** The user on whose behalf this thread works. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public final class AuthenticatedUserThreadLocal {
    private static final ThreadLocal<ConfluenceUser> CURRENT = new ThreadLocal<>();

    private AuthenticatedUserThreadLocal() {}

    public static @Nullable ConfluenceUser get() {
        return CURRENT.get();
    }

    public static void set(@Nullable ConfluenceUser user) {
        CURRENT.set(user);
    }

    @Unconfirmed
    public static void reset() {
        CURRENT.remove();
    }
}
