package org.incomingmail.engine.server;

import static org.incomingmail.engine.server.ServerCode.CHOICE;
import static org.incomingmail.engine.server.ServerCode.CONTROL_CHARACTER;
import static org.incomingmail.engine.server.ServerCode.NUMBER;
import static org.incomingmail.engine.server.ServerCode.RANGE;
import static org.incomingmail.engine.server.ServerCode.REQUIRED;
import static org.incomingmail.engine.server.ServerCode.TOO_LONG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.incomingmail.engine.failure.Code;

/** Reads single fields and collects what is wrong with them, at most one error for each. */
final class FieldReader {
    private final MailServerInput input;
    private final List<FieldError> errors = new ArrayList<>();

    FieldReader(MailServerInput input) {
        this.input = input;
    }

    Optional<String> text(Field field, int longest) {
        Optional<String> value = input.value(field);
        if (value.filter(text -> text.length() > longest).isPresent()) {
            reject(field, TOO_LONG, longest);
        } else if (value.filter(text -> text.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            reject(field, CONTROL_CHARACTER);
        }
        return value;
    }

    /** Text of several lines. */
    Optional<String> lines(Field field, int longest) {
        Optional<String> value = input.value(field);
        if (value.filter(text -> text.length() > longest).isPresent()) {
            reject(field, TOO_LONG, longest);
        }
        return value;
    }

    Optional<String> requiredText(Field field, int longest) {
        Optional<String> value = text(field, longest);
        if (value.isEmpty()) {
            reject(field, REQUIRED);
        }
        return value;
    }

    <T extends Enum<T>> Optional<T> choice(Field field, Class<T> type) {
        Optional<String> value = input.value(field);
        Optional<T> choice = value.flatMap(name -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst());
        if (value.isPresent() && choice.isEmpty()) {
            reject(
                    field,
                    CHOICE,
                    String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(Enum::name)
                                    .toList()));
        }
        return choice;
    }

    int number(Field field, int otherwise, int least, int most) {
        Optional<String> value = input.value(field);
        if (value.isEmpty()) {
            return otherwise;
        }
        Optional<Long> number = whole(field);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            reject(field, RANGE, least, most);
        }
        return number.map(Long::intValue).orElse(otherwise);
    }

    Duration seconds(Field field, Duration otherwise, Duration least, Duration most) {
        return Duration.ofSeconds(
                number(field, (int) otherwise.toSeconds(), (int) least.toSeconds(), (int) most.toSeconds()));
    }

    Optional<Long> whole(Field field) {
        Optional<String> value = input.value(field);
        try {
            return value.map(Long::valueOf);
        } catch (NumberFormatException e) {
            reject(field, NUMBER);
            return Optional.empty();
        }
    }

    boolean yes(Field field, boolean otherwise) {
        Optional<String> value = input.value(field);
        if (value.isPresent() && !List.of("true", "false").contains(value.get())) {
            reject(field, CHOICE, "true, false");
        }
        return value.map(Boolean::parseBoolean).orElse(otherwise);
    }

    void reject(Field field, Code code, Object... arguments) {
        if (!rejected(field)) {
            errors.add(FieldError.of(field, code, arguments));
        }
    }

    boolean rejected(Field field) {
        return errors.stream().anyMatch(error -> error.field() == field);
    }

    /** In the order of the form. */
    List<FieldError> errors() {
        return errors.stream().sorted(Comparator.comparing(FieldError::field)).toList();
    }
}
