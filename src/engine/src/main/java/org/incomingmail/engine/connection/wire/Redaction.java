package org.incomingmail.engine.connection.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes secrets and control characters out of what a server said, before anybody sees it. */
public final class Redaction {
    private volatile List<String> secrets = List.of();

    private Redaction() {}

    public static Redaction nothingSecret() {
        return new Redaction();
    }

    /** Hides a secret, also in base64, and the initial responses that carry it. */
    public static Redaction of(String secret, List<String> initialResponses) {
        Redaction redaction = new Redaction();
        redaction.hide(secret, initialResponses);
        return redaction;
    }

    /** Hides from now on another secret, also in base64 and within it, and the initial responses that carry it. */
    public synchronized void hide(String secret, List<String> initialResponses) {
        Stream<String> hidden = Stream.concat(Stream.of(secret), initialResponses.stream())
                .filter(value -> !value.isEmpty())
                .flatMap(value -> Stream.of(value, encoded(value)));
        secrets = Stream.of(secrets.stream(), hidden, within(secret))
                .flatMap(all -> all)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** What a secret looks like in the middle of a base64 text, wherever it begins in a group of three bytes. */
    private static Stream<String> within(String secret) {
        int length = secret.getBytes(StandardCharsets.UTF_8).length;
        return IntStream.range(0, length < 12 ? 0 : 3).mapToObj(before -> {
            String whole = encoded("x".repeat(before) + secret);
            // what shares a character with its neighbours is left out
            int from = before == 0 ? 0 : before + 1;
            int to = (before + length) * 8 / 6;
            return whole.substring(from, to);
        });
    }

    private static String encoded(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The text in one line, without secrets. */
    public String apply(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        return clean.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** At most the given number of characters of the text, without secrets. */
    public String apply(String text, int limit) {
        String clean = apply(text);
        return clean.length() <= limit ? clean : clean.substring(0, limit) + "...";
    }
}
