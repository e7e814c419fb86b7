package org.incomingmail.engine.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;

/** The rules of the file beside this class, in its order. */
final class Rules {
    static final List<Rule> ALL = read();

    private Rules() {}

    private static List<Rule> read() {
        try (InputStream file = Objects.requireNonNull(Rules.class.getResourceAsStream("rules.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rule::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of the asked rules that the message falls under, with the value that did it. */
    static Optional<Match> first(IncomingMessage message, Predicate<Rule> asked) {
        for (Rule rule : ALL) {
            if (asked.test(rule)) {
                for (String value : values(rule, message)) {
                    if (rule.matches(value)) {
                        return Optional.of(new Match(rule, value));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Iterable<String> values(Rule rule, IncomingMessage message) {
        return switch (rule.subject()) {
            case Rule.PART -> message.mediaTypes();
            case Rule.FROM -> message.from().stream().map(MailAddress::address).toList();
            case Rule.SUBJECT -> List.of(message.subject());
            default -> message.headers().all(rule.subject());
        };
    }

    /** A rule and the value that falls under it. */
    record Match(Rule rule, String value) {}
}
