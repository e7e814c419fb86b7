package org.incomingmail.engine.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Message-IDs of our notifications: {@code <incoming-mail.<content>.<stamp>.<signature>@host>}. They say what a reply
 * is about, not who may reply. Thread-safe.
 */
public final class NotificationIds {
    private static final Pattern ID = Pattern.compile(
            "<incoming-mail\\.(\\d{1,19})\\.([a-z0-9-]{1,40})\\.([a-z2-7]{16})@[^>]+>", Pattern.CASE_INSENSITIVE);
    private static final int SIGNATURE_BYTES = 10;

    private final List<SigningKey> keys;

    /** @param keys the first signs, all are accepted */
    public NotificationIds(List<SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("No signing key");
        }
        this.keys = List.copyOf(keys);
    }

    /** A Message-ID, different for each user and moment. */
    public String idFor(long contentId, String userKey, Instant sent, String host) {
        byte[] user = keys.get(0).sign("user", userKey.getBytes(StandardCharsets.UTF_8), 5);
        String stamp = Long.toString(sent.toEpochMilli(), 36) + "-" + Base32.encode(user);
        return "<incoming-mail." + contentId + "." + stamp + "." + signature(keys.get(0), contentId, stamp) + "@" + host
                + ">";
    }

    /** The content that a Message-ID of ours is about; empty for any other and for altered ones. */
    public OptionalLong contentOf(String messageId) {
        Matcher matcher = ID.matcher(messageId);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        try {
            long content = Long.parseLong(matcher.group(1));
            String stamp = matcher.group(2).toLowerCase(java.util.Locale.ROOT);
            byte[] given = matcher.group(3).toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
            boolean ours = keys.stream()
                    .map(key -> signature(key, content, stamp).getBytes(StandardCharsets.US_ASCII))
                    .anyMatch(expected -> MessageDigest.isEqual(expected, given));
            return ours ? OptionalLong.of(content) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static String signature(SigningKey key, long contentId, String stamp) {
        byte[] signed = (contentId + "." + stamp).getBytes(StandardCharsets.UTF_8);
        return Base32.encode(key.sign("message-id", signed, SIGNATURE_BYTES));
    }
}
