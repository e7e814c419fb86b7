package org.incomingmail.confluence.host;

import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import org.jspecify.annotations.Nullable;

/** Makes this thread act for a user until closed, then as before. */
final class ActingAs implements AutoCloseable {
    private final @Nullable ConfluenceUser before = AuthenticatedUserThreadLocal.get();

    ActingAs(ConfluenceUser user) {
        AuthenticatedUserThreadLocal.set(user);
    }

    @Override
    public void close() {
        // set, not reset: reset() is not in every version of the host
        AuthenticatedUserThreadLocal.set(before);
    }
}
