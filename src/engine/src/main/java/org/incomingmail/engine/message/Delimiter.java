package org.incomingmail.engine.message;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line between parts (RFC 2046 5.1.1): two hyphens and the boundary, at the end of a multipart two more. The whole
 * line counts, since one boundary may begin like another.
 *
 * @param level which of the open multiparts it belongs to
 */
record Delimiter(int level, boolean closing) {

    static Optional<Delimiter> of(ByteLines lines, List<MimeScan.OpenMultipart> open) {
        byte[] line = lines.bytes();
        if (open.isEmpty() || lines.length() < 3 || line[0] != '-' || line[1] != '-' || !lines.whole()) {
            return Optional.empty();
        }
        int end = trimmed(line, lines.length());
        boolean hyphens = end >= 5 && line[end - 1] == '-' && line[end - 2] == '-';
        for (int level = open.size() - 1; level >= 0; level--) {
            byte @Nullable [] boundary = open.get(level).boundary;
            if (boundary != null && equal(line, end, boundary)) {
                return Optional.of(new Delimiter(level, false));
            }
            if (boundary != null && hyphens && equal(line, end - 2, boundary)) {
                return Optional.of(new Delimiter(level, true));
            }
        }
        return Optional.empty();
    }

    /** The boundary of a line that looks like a delimiter, when none is known. */
    static Optional<byte[]> guess(ByteLines lines) {
        byte[] line = lines.bytes();
        int end = trimmed(line, lines.length());
        boolean likely = end >= 8 && end <= 76 && line[0] == '-' && line[1] == '-' && lines.whole();
        for (int i = 2; likely && i < end; i++) {
            likely = line[i] > ' ' && line[i] < 0x7F;
        }
        return likely ? Optional.of(Arrays.copyOfRange(line, 2, end)) : Optional.empty();
    }

    private static int trimmed(byte[] line, int length) {
        int end = length;
        while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t' || line[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private static boolean equal(byte[] line, int end, byte[] boundary) {
        return end - 2 == boundary.length && Arrays.equals(line, 2, end, boundary, 0, boundary.length);
    }
}
