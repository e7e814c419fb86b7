package org.incomingmail.engine.message.tnef;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Compressed RTF (MS-OXRTFCP): references into a window of 4 KB that begins with common RTF. */
final class CompressedRtf {
    private static final byte[] COMMON = ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}"
                    + "{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New Roman"
                    + "Courier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);
    private static final int WINDOW = 4096;
    private static final int HEADER = 16;
    private static final int LONGEST = 4 * 1024 * 1024;

    private CompressedRtf() {}

    /** As far as it can be read; empty when it is none. */
    static byte[] decompressed(byte[] bytes) {
        if (bytes.length < HEADER) {
            return new byte[0];
        }
        String kind = new String(bytes, 8, 4, StandardCharsets.ISO_8859_1);
        return switch (kind) {
            case "MELA" -> Arrays.copyOfRange(bytes, HEADER, Math.min(bytes.length, LONGEST));
            case "LZFu" -> expanded(bytes);
            default -> new byte[0];
        };
    }

    private static byte[] expanded(byte[] bytes) {
        byte[] window = Arrays.copyOf(COMMON, WINDOW);
        int write = COMMON.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 3);
        int at = HEADER;
        while (at < bytes.length && out.size() < LONGEST) {
            int flags = bytes[at++];
            for (int bit = 0; bit < 8 && at < bytes.length; bit++, flags >>= 1) {
                if ((flags & 1) == 0) {
                    out.write(bytes[at]);
                    window[write] = bytes[at++];
                    write = (write + 1) % WINDOW;
                    continue;
                }
                if (at + 1 >= bytes.length) {
                    return out.toByteArray();
                }
                int reference = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
                at += 2;
                int from = reference >> 4;
                if (from == write) {
                    return out.toByteArray(); // the end mark
                }
                for (int left = (reference & 0xF) + 2; left > 0; left--) {
                    byte copied = window[from];
                    from = (from + 1) % WINDOW;
                    out.write(copied);
                    window[write] = copied;
                    write = (write + 1) % WINDOW;
                }
            }
        }
        return out.toByteArray();
    }
}
