package org.incomingmail.dev.applinks.screens;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.incomingmail.dev.applinks.tokens.Holder;
import org.incomingmail.dev.applinks.tokens.StoredToken;
import org.jspecify.annotations.Nullable;

/**
 * A stored token as administrators see it: everything but the token.
 *
 * @param state success, current, error or empty, as AUI's lozenges say it
 * @param problem the provider's words at the last failed refresh, or empty
 */
public record ConsentView(
        String id,
        String holder,
        String by,
        String obtained,
        String scopes,
        String state,
        String stateText,
        String expires,
        String refreshed,
        String problem) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static ConsentView of(StoredToken token, Clock clock) {
        String state = state(token, clock.instant());
        return new ConsentView(
                token.id(),
                token.holder() == Holder.LINK ? "This page" : "An app",
                token.consentedBy().isEmpty() ? "unknown" : token.consentedBy(),
                time(token.obtained(), clock),
                String.join(" ", token.scopes()),
                state,
                text(token, state),
                time(token.accessExpires(), clock),
                time(token.refreshed(), clock),
                token.refusal() == null ? "" : token.refusal().text());
    }

    private static String state(StoredToken token, Instant now) {
        if (token.invalidSince() != null || (token.refreshToken() == null && token.isExpired(now))) {
            return "error";
        }
        return token.refusal() == null ? "success" : "moved";
    }

    private static String text(StoredToken token, String state) {
        return switch (state) {
            case "success" -> "Working";
            case "moved" -> "Refresh failed";
            default -> token.invalidSince() == null ? "Expired" : "Withdrawn";
        };
    }

    private static String time(@Nullable Instant moment, Clock clock) {
        return moment == null ? "" : TIME.format(moment.atZone(clock.getZone()));
    }
}
