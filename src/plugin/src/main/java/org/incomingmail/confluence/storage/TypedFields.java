package org.incomingmail.confluence.storage;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerInput;
import org.jspecify.annotations.Nullable;

/** What was typed as one text, as a form is encoded; the password is kept apart. */
final class TypedFields {
    private TypedFields() {}

    static String text(MailServerInput input) {
        return Arrays.stream(Field.values())
                .filter(field -> field != Field.PASSWORD)
                .flatMap(field -> input.value(field).map(value -> field.path() + "=" + encode(value)).stream())
                .collect(Collectors.joining("&"));
    }

    /** Fields that this version doesn't know are left out. */
    static MailServerInput input(@Nullable String text, Optional<String> password) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (String pair : text == null ? new String[0] : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                Field.at(pair.substring(0, equals))
                        .ifPresent(field -> values.put(field, decode(pair.substring(equals + 1))));
            }
        }
        password.ifPresent(given -> values.put(Field.PASSWORD, given));
        return new MailServerInput(values);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
