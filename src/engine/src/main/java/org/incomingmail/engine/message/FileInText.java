package org.incomingmail.engine.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file that stands in the text itself, as uuencode or yEnc.
 *
 * @param start of its first line in the text
 * @param end behind its last line
 */
record FileInText(String name, boolean yEnc, int start, int end) {
    private static final int MOST = 50;
    private static final int LONGEST_FIRST_LINE = 400;

    static List<FileInText> find(byte[] text) {
        List<FileInText> found = new ArrayList<>(0);
        int at = 0;
        while (at < text.length && found.size() < MOST) {
            Optional<FileInText> file = startsAt(text, at);
            file.ifPresent(found::add);
            at = file.isPresent() ? file.get().end : next(text, at);
        }
        return found;
    }

    /** The text without the files in it. */
    static byte[] without(byte[] text, List<FileInText> files) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(text.length);
        int at = 0;
        for (FileInText file : files) {
            kept.write(text, at, file.start - at);
            at = file.end;
        }
        kept.write(text, at, text.length - at);
        return kept.toByteArray();
    }

    private static Optional<FileInText> startsAt(byte[] text, int start) {
        boolean uu = text[start] == 'b';
        if (!uu && text[start] != '=') {
            return Optional.empty();
        }
        int next = next(text, start);
        String first = next - start > LONGEST_FIRST_LINE ? "" : line(text, start, next);
        if (first.matches("begin [0-7]{3,4} \\S.*")) {
            return uuencoded(text, start, next, first.substring(first.indexOf(' ', 6) + 1));
        }
        return first.matches("=ybegin .*\\bname=.*")
                ? yEncoded(text, start, next, first.substring(first.indexOf("name=") + 5))
                : Optional.empty();
    }

    /** All lines must be of the length that they say. */
    private static Optional<FileInText> uuencoded(byte[] text, int start, int body, String name) {
        int at = body;
        while (at < text.length) {
            int next = next(text, at);
            String line = line(text, at, next);
            if (line.equals("end")) {
                return Optional.of(new FileInText(name, false, start, next));
            }
            if (!line.matches("[ -`]*")) {
                return Optional.empty();
            }
            int bytes = line.isEmpty() ? 0 : line.charAt(0) - ' ' & 63;
            boolean fits = line.length() - 1 >= (bytes * 8 + 5) / 6 && line.length() - 1 <= (bytes + 2) / 3 * 4 + 2;
            boolean blanksLost = line.length() - 1 < (bytes * 8 + 5) / 6 && next - at < 64 && bytes > 0 && bytes <= 45;
            if (!line.isEmpty() && !fits && !blanksLost) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.empty();
    }

    private static Optional<FileInText> yEncoded(byte[] text, int start, int body, String name) {
        int at = body;
        while (at < text.length) {
            int next = next(text, at);
            if (text[at] == '=' && line(text, at, next).startsWith("=yend ")) {
                return Optional.of(new FileInText(name, true, start, next));
            }
            at = next;
        }
        return Optional.empty();
    }

    byte[] decoded(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((end - start) * 3 / 4);
        for (int at = next(text, start); at < end; at = next(text, at)) {
            byte[] line = line(text, at, next(text, at)).getBytes(StandardCharsets.ISO_8859_1);
            if (yEnc) {
                yLine(line, out);
            } else if (line.length > 0 && !Arrays.equals(line, new byte[] {'e', 'n', 'd'})) {
                uuLine(line, out);
            }
        }
        return out.toByteArray();
    }

    private static void yLine(byte[] line, ByteArrayOutputStream out) {
        if (line.length > 1 && line[0] == '=' && line[1] == 'y') {
            return; // =ypart, =yend
        }
        for (int i = 0; i < line.length; i++) {
            boolean escaped = line[i] == '=' && i + 1 < line.length;
            int code = escaped ? line[++i] - 64 : line[i];
            out.write(code - 42);
        }
    }

    private static void uuLine(byte[] line, ByteArrayOutputStream out) {
        int left = line[0] - ' ' & 63;
        for (int i = 1; left > 0; i += 4) {
            int bits = bits(line, i) << 18 | bits(line, i + 1) << 12 | bits(line, i + 2) << 6 | bits(line, i + 3);
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
                out.write(bits >> shift);
            }
        }
    }

    private static int bits(byte[] line, int at) {
        return at < line.length ? line[at] - ' ' & 63 : 0;
    }

    private static int next(byte[] text, int at) {
        int end = at;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, text.length);
    }

    private static String line(byte[] text, int start, int next) {
        int end = next;
        while (end > start && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
            end--;
        }
        return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
