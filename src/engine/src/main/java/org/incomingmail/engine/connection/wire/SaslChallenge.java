package org.incomingmail.engine.connection.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error challenge of a token mechanism: base64 of a JSON text with "status" and "scope" (RFC 7628 3.2.2, and
 * XOAUTH2 of Google and Microsoft). It comes from a stranger, so it is bounded and only looked into, never parsed whole.
 */
public record SaslChallenge(String text) {
    private static final int LONGEST = 4_096;
    private static final Pattern MEMBER = Pattern.compile("\"(\\w{1,20})\"\\s*:\\s*\"([^\"\\\\]{0,500})\"");

    /** The challenge in clear, or as it came when it is not base64. */
    public static SaslChallenge decode(String encoded) {
        String bounded = encoded.length() <= LONGEST ? encoded : encoded.substring(0, LONGEST);
        try {
            return new SaslChallenge(new String(Base64.getDecoder().decode(bounded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return new SaslChallenge(bounded);
        }
    }

    /** RFC 7628: invalid_request, invalid_token or insufficient_scope; elsewhere an HTTP status. */
    public Optional<String> status() {
        return member("status");
    }

    /** The scope that the server wants. */
    public Optional<String> scope() {
        return member("scope");
    }

    private Optional<String> member(String name) {
        Matcher members = MEMBER.matcher(text);
        return members.results()
                .filter(member -> member.group(1).equals(name))
                .map(member -> member.group(2))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
