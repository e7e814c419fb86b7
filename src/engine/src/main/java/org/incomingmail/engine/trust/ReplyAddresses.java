package org.incomingmail.engine.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Signed reply addresses: {@code local+r0<token>@domain}. The token is content id, hour, user tag and signature, in
 * base 32. Thread-safe.
 */
public final class ReplyAddresses {
    private static final String MARK = "r0";
    private static final int USER_BYTES = 4;
    private static final int SIGNATURE_BYTES = 10;
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321 4.5.3.1.1
    private static final int SHORTEST_TOKEN = 24;

    private final List<SigningKey> keys;
    private final Duration validity;
    private final InstantSource clock;

    /** @param keys the first signs, all are accepted: so a key can be replaced */
    public ReplyAddresses(List<SigningKey> keys, Duration validity, InstantSource clock) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("No signing key");
        }
        this.keys = List.copyOf(keys);
        this.validity = validity;
        this.clock = clock;
    }

    /** The address that this user's replies about this content go to; empty when the mailbox's own name is too long. */
    public Optional<String> addressFor(String toAddress, String userKey, long contentId, Instant issued) {
        int at = toAddress.lastIndexOf('@');
        if (at <= 0) {
            return Optional.empty();
        }
        String local = toAddress.substring(0, at) + "+" + MARK + token(userKey, contentId, issued);
        return local.length() > LONGEST_LOCAL_PART ? Optional.empty() : Optional.of(local + toAddress.substring(at));
    }

    private String token(String userKey, long contentId, Instant issued) {
        int hours = (int) Math.floorDiv(issued.getEpochSecond(), 3600L);
        byte[] id = withoutLeadingZeros(contentId);
        byte[] payload = ByteBuffer.allocate(id.length + 3 + USER_BYTES)
                .put(id)
                .put((byte) (hours >> 16))
                .put((byte) (hours >> 8))
                .put((byte) hours)
                .put(userTag(keys.get(0), userKey))
                .array();
        byte[] signature = keys.get(0).sign("reply", payload, SIGNATURE_BYTES);
        return Base32.encode(ByteBuffer.allocate(payload.length + signature.length)
                .put(payload)
                .put(signature)
                .array());
    }

    /** The token of an address, if it is one of ours and unaltered. */
    public Optional<ReplyToken> read(String address) {
        return tag(address).flatMap(tag -> Base32.decode(tag)).flatMap(this::verified);
    }

    /** Whether an address has the form of a signed one, valid or not. */
    public boolean looksSigned(String address) {
        return tag(address).isPresent();
    }

    private static Optional<String> tag(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.lastIndexOf('+', at < 0 ? address.length() : at);
        if (plus < 0 || at - plus - 1 < MARK.length() + SHORTEST_TOKEN) {
            return Optional.empty();
        }
        String tag = address.substring(plus + 1, at).toLowerCase(Locale.ROOT);
        return tag.startsWith(MARK) ? Optional.of(tag.substring(MARK.length())) : Optional.empty();
    }

    private Optional<ReplyToken> verified(byte[] bytes) {
        int idLength = bytes.length - 3 - USER_BYTES - SIGNATURE_BYTES;
        if (idLength < 1 || idLength > Long.BYTES) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, payload.length, bytes.length);
        for (SigningKey key : keys) {
            if (MessageDigest.isEqual(key.sign("reply", payload, SIGNATURE_BYTES), signature)) {
                return Optional.of(token(key, payload, idLength));
            }
        }
        return Optional.empty();
    }

    private ReplyToken token(SigningKey key, byte[] payload, int idLength) {
        long id = 0;
        for (int i = 0; i < idLength; i++) {
            id = id << 8 | payload[i] & 0xFF;
        }
        int hours =
                (payload[idLength] & 0xFF) << 16 | (payload[idLength + 1] & 0xFF) << 8 | payload[idLength + 2] & 0xFF;
        Instant issued = Instant.ofEpochSecond(hours * 3600L);
        byte[] user = Arrays.copyOfRange(payload, idLength + 3, payload.length);
        boolean expired = issued.plus(validity).plusSeconds(3600).isBefore(clock.instant());
        return new ReplyToken(id, issued, expired, userKey -> MessageDigest.isEqual(userTag(key, userKey), user));
    }

    private static byte[] userTag(SigningKey key, String userKey) {
        return key.sign("user", userKey.getBytes(StandardCharsets.UTF_8), USER_BYTES);
    }

    private static byte[] withoutLeadingZeros(long id) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
        int zeros = 0;
        while (zeros < all.length - 1 && all[zeros] == 0) {
            zeros++;
        }
        return Arrays.copyOfRange(all, zeros, all.length);
    }
}
