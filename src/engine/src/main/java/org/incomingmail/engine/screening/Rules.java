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
import java.util.stream.Stream;
import org.incomingmail.engine.message.Header;
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
        for (Rule rule : (Iterable<Rule>) ALL.stream().filter(asked)::iterator) {
            Optional<String> value = values(rule, message).filter(rule::matches).findFirst();
            if (value.isPresent()) {
                return Optional.of(new Match(rule, value.get()));
            }
        }
        return Optional.empty();
    }

    private static Stream<String> values(Rule rule, IncomingMessage message) {
        return switch (rule.subject()) {
            case Rule.PART -> message.mediaTypes().stream();
            case Rule.FROM -> message.from().stream().map(MailAddress::address);
            case Rule.SUBJECT -> Stream.of(message.subject());
            default ->
                message.headers().fields().stream()
                        .filter(field -> field.name().equalsIgnoreCase(rule.subject()))
                        .map(Header::raw);
        };
    }

    /** A rule and the value that falls under it. */
    record Match(Rule rule, String value) {}
}
