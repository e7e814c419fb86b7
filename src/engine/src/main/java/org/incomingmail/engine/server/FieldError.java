package org.incomingmail.engine.server;

import java.util.List;
import org.incomingmail.engine.failure.Code;

/**
 * What is wrong with one field.
 *
 * @param arguments values for the texts of the code
 */
public record FieldError(Field field, Code code, List<String> arguments) {

    static FieldError of(Field field, Code code, Object... arguments) {
        return new FieldError(
                field, code, List.of(arguments).stream().map(String::valueOf).toList());
    }
}
