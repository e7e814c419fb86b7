package org.incomingmail.engine.message;

import java.util.Locale;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;

/** A raw header field to text: unfolded (RFC 5322 2.2.3), 8-bit bytes repaired. */
final class HeaderText {
    private HeaderText() {}

    static Header of(Field field) {
        String body = field.getBody();
        String value = body == null ? "" : body;
        if (!plain(value)) {
            value = value(field, value);
        }
        return new Header(field.getName().strip(), unfold(value).strip());
    }

    private static boolean plain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > '~' || c == 0x1B) {
                return false;
            }
        }
        return true;
    }

    private static String value(Field field, String fallback) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            return fallback;
        }
        String text = Charsets.decode(raw.toByteArray(), null).text();
        int colon = text.indexOf(':');
        boolean named = colon >= 0
                && text.substring(0, colon)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(field.getName().strip().toLowerCase(Locale.ROOT));
        return named ? text.substring(colon + 1) : fallback;
    }

    private static String unfold(String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\r' && c != '\n') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
