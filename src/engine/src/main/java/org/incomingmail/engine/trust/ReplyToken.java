package org.incomingmail.engine.trust;

import java.time.Instant;

/**
 * What a valid signed reply address says.
 *
 * @param contentId what the notification was about
 * @param issued when, to the hour
 * @param expired whether it is older than allowed
 */
public record ReplyToken(long contentId, Instant issued, boolean expired, UserTag user) {

    /** Whether the address was given to this user. */
    public boolean belongsTo(String userKey) {
        return user.matches(userKey);
    }

    /** Recognises the user without telling who it is. */
    @FunctionalInterface
    public interface UserTag {
        boolean matches(String userKey);
    }
}
