package org.incomingmail.confluence.admin;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerInput;

/** Reads a submitted form. Its fields are named as in the REST API. */
final class FormInput {
    private FormInput() {}

    static MailServerInput read(HttpServletRequest request) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            last(request, field.path()).ifPresent(value -> values.put(field, value));
        }
        return Choice.read(new MailServerInput(values), last(request, Choice.NAME));
    }

    /** Whether the request comes from the form; the list's buttons send no fields. */
    static boolean sent(HttpServletRequest request) {
        return request.getParameter(Field.NAME.path()) != null;
    }

    /** A checkbox comes after a hidden field of its name that says what not being ticked means. */
    private static Optional<String> last(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[values.length - 1]);
    }
}
