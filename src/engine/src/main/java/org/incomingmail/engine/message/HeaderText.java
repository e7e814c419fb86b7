package org.incomingmail.engine.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A raw header field to text: 8-bit bytes are UTF-8 (RFC 6532), or else repaired. */
final class HeaderText {
    private HeaderText() {}

    static Header of(byte[] field, @Nullable String charset) {
        return of(field, charset, new ArrayList<>(0));
    }

    /** @param charset that of the text below; senders of raw 8-bit headers write both alike */
    static Header of(byte[] field, @Nullable String charset, List<Note> notes) {
        int colon = 0;
        while (colon < field.length && field[colon] != ':') {
            colon++;
        }
        String name = new String(field, 0, colon, StandardCharsets.ISO_8859_1).strip();
        int start = Math.min(colon + 1, field.length);
        return new Header(name, value(name, field, start, charset, notes).strip());
    }

    private static String value(String name, byte[] field, int start, @Nullable String charset, List<Note> notes) {
        if (plain(field, start)) {
            return new String(field, start, field.length - start, StandardCharsets.US_ASCII);
        }
        byte[] raw = java.util.Arrays.copyOfRange(field, start, field.length);
        Charsets.Decoded decoded = Charsets.unlabelled(raw, charset);
        decoded.repair().ifPresent(repair -> notes.add(Note.charset(name, repair)));
        return decoded.text();
    }

    private static boolean plain(byte[] field, int start) {
        for (int i = start; i < field.length; i++) {
            if (field[i] < 0 || field[i] == 0x1B || field[i] == 0) {
                return false;
            }
        }
        return true;
    }
}
