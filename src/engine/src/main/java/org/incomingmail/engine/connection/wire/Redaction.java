package org.incomingmail.engine.connection.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes secrets and control characters out of what a server said, before anybody sees it. */
public final class Redaction {
    private final List<String> secrets;

    private Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    public static Redaction nothingSecret() {
        return new Redaction(List.of());
    }

    /** Hides a secret, also in base64, and the initial responses that carry it. */
    public static Redaction of(String secret, List<String> initialResponses) {
        return new Redaction(Stream.concat(Stream.of(secret), initialResponses.stream())
                .filter(value -> !value.isEmpty())
                .flatMap(value ->
                        Stream.of(value, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
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
