package org.incomingmail.confluence.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.journal.JournalQuery;
import org.incomingmail.engine.server.MailServerId;

/** Reads which entries of the incoming mail log are asked for. */
public final class LogFilter {
    private static final int MOST = 200;
    private final Function<String, List<String>> parameters;

    /** @param parameters the values of a request parameter, empty when there is none */
    public LogFilter(Function<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** @throws BadParameterException when a value can't be understood */
    public JournalQuery query(int usualLimit) throws BadParameterException {
        return new JournalQuery(
                read("server", value -> new MailServerId(Long.parseLong(value))),
                states(),
                value("code"),
                value("text"),
                read("from", value -> instant(value, 0)),
                read("until", value -> instant(value, 1)),
                Math.max(0, read("start", Integer::valueOf).orElse(0)),
                Math.min(MOST, Math.max(1, read("limit", Integer::valueOf).orElse(usualLimit))));
    }

    private Set<JournalEntry.State> states() throws BadParameterException {
        Set<JournalEntry.State> states = EnumSet.noneOf(JournalEntry.State.class);
        for (String value : parameters.apply("state")) {
            if (!value.isBlank()) {
                states.add(parse("state", value, text -> JournalEntry.State.valueOf(text.toUpperCase(Locale.ROOT))));
            }
        }
        return states;
    }

    private Optional<String> value(String name) {
        return parameters.apply(name).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) throws BadParameterException {
        Optional<String> value = value(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(parse(name, value.get(), reader));
    }

    private static <T> T parse(String name, String value, Function<String, T> reader) throws BadParameterException {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new BadParameterException(name, e);
        }
    }

    /** A moment, or a whole day in UTC: until a day means to its end. */
    private static Instant instant(String value, int daysLater) {
        return value.contains("T")
                ? Instant.parse(value)
                : LocalDate.parse(value)
                        .plusDays(daysLater)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
    }

    /** A parameter that can't be understood. */
    public static final class BadParameterException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String parameter;

        BadParameterException(String parameter, Throwable cause) {
            super(parameter, cause);
            this.parameter = parameter;
        }

        public String parameter() {
            return parameter;
        }
    }
}
