package org.incomingmail.engine.connection.provider;

import java.util.Locale;
import java.util.Optional;
import org.incomingmail.engine.server.Provider;

/** What Google's token endpoint adds to the standard error codes. */
final class GoogleWords {
    private GoogleWords() {}

    static Optional<TokenCode> code(String error, String description, Provider provider) {
        if (!error.equals("invalid_grant")) {
            return Optional.empty();
        }
        String words = description.toLowerCase(Locale.ROOT);
        if (words.contains("invalid_rapt")) {
            return Optional.of(TokenCode.GOOGLE_SESSION_CONTROL);
        }
        boolean ended = words.contains("token has been expired or revoked");
        return ended && (provider == Provider.GOOGLE || provider == Provider.OTHER)
                ? Optional.of(TokenCode.GOOGLE_GRANT_ENDED)
                : Optional.empty();
    }
}
