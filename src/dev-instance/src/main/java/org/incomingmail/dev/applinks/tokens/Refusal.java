package org.incomingmail.dev.applinks.tokens;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import java.time.Instant;
import org.incomingmail.dev.applinks.provider.ProviderRefusal;
import org.incomingmail.dev.applinks.provider.ProviderUnreachable;

/**
 * Why the last refresh failed.
 *
 * @param error the provider's error code; empty when it could not be reached
 */
public record Refusal(Instant when, String error, String description) {

    static Refusal of(OAuth2Exception failure, Instant when) {
        return failure instanceof ProviderRefusal refusal
                ? new Refusal(when, refusal.error(), refusal.description())
                : new Refusal(when, "", String.valueOf(failure.getMessage()));
    }

    /** The same failure again, for others who waited for that refresh. */
    OAuth2Exception again() {
        return error.isEmpty() ? new ProviderUnreachable(description) : new ProviderRefusal(error, description);
    }

    /** In one line. */
    public String text() {
        return String.valueOf(again().getMessage());
    }
}
