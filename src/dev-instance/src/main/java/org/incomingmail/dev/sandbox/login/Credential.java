package org.incomingmail.dev.sandbox.login;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a client presents.
 *
 * @param user whose mailbox it wants to open
 */
record Credential(String user, String token) {
    private static final String END = "\1";
    private static final String XOAUTH2_USER = "user=";
    private static final String GS2_USER = "n,a=";
    private static final String TOKEN = "auth=Bearer ";

    /**
     * Reads the base64 of a client's response (RFC 7628 section 3.1; Google's and Microsoft's pages for XOAUTH2).
     *
     * @return empty if it is not well-formed
     */
    static Optional<Credential> read(String mechanism, String base64) {
        String response;
        try {
            response = new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        List<String> parts = Arrays.asList(response.split(END));
        Optional<String> token = parts.stream()
                .skip(1)
                .filter(part -> part.startsWith(TOKEN))
                .map(part -> part.substring(TOKEN.length()))
                .findFirst();
        if (!response.endsWith(END + END) || token.isEmpty()) {
            return Optional.empty();
        }
        return user(mechanism, parts.get(0)).map(user -> new Credential(user, token.get()));
    }

    private static Optional<String> user(String mechanism, String first) {
        if (mechanism.equals("XOAUTH2")) {
            return first.startsWith(XOAUTH2_USER)
                    ? Optional.of(first.substring(XOAUTH2_USER.length()))
                    : Optional.empty();
        }
        // the GS2 header of RFC 5801 section 4: no channel binding, whose mailbox, comma
        boolean named = first.startsWith(GS2_USER) && first.endsWith(",");
        return named
                ? Optional.of(first.substring(GS2_USER.length(), first.length() - 1)
                        .replace("=2C", ",")
                        .replace("=3D", "="))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Credential[" + user + "]";
    }
}
