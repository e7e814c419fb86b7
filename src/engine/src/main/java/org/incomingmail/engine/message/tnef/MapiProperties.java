package org.incomingmail.engine.message.tnef;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of MAPI properties (MS-OXTNEF 2.1.3.4 to 2.1.3.6): only those that are asked for are kept. */
final class MapiProperties {
    static final int BODY = 0x1000;
    static final int RTF_COMPRESSED = 0x1009;
    static final int BODY_HTML = 0x1013;
    static final int ATTACH_DATA = 0x3701;
    static final int ATTACH_FILENAME = 0x3704;
    static final int ATTACH_LONG_FILENAME = 0x3707;
    static final int ATTACH_MIME_TAG = 0x370E;
    static final int ATTACH_CONTENT_ID = 0x3712;
    static final int DISPLAY_NAME = 0x3001;
    static final int INTERNET_CODE_PAGE = 0x3FDE;
    static final int MESSAGE_CODE_PAGE = 0x3FFD;

    private static final int OBJECT = 0x000D;
    private static final int STRING_8 = 0x001E;
    private static final int UNICODE = 0x001F;
    private static final int BINARY = 0x0102;
    private static final int SEVERAL = 0x1000;
    private static final int MOST_PROPERTIES = 4_000;
    private static final int MOST_VALUES = 100_000;
    private static final int SHORT_TEXT = 2_048;
    private static final int LONG_TEXT = 2 * 1024 * 1024;
    private static final int GUID = 16;

    /** What to do with an object that lies in a property. */
    interface Objects {
        /** Reads up to {@code end}. */
        void object(long end) throws IOException;
    }

    private record Value(int type, byte[] bytes, long start, long length) {}

    private final Map<Integer, Value> values = new HashMap<>();

    static MapiProperties read(LittleEndian in, long end, Objects objects) throws IOException {
        MapiProperties properties = new MapiProperties();
        long count = Math.min(in.u32(), MOST_PROPERTIES);
        for (long i = 0; i < count && in.position() < end; i++) {
            properties.property(in, end, objects);
        }
        return properties;
    }

    private void property(LittleEndian in, long end, Objects objects) throws IOException {
        int type = in.u16();
        int id = in.u16();
        if (id >= 0x8000) {
            name(in, end);
        }
        int single = type & ~SEVERAL;
        boolean sized = single == STRING_8 || single == UNICODE || single == BINARY || single == OBJECT;
        long count = sized || (type & SEVERAL) != 0 ? in.u32() : 1;
        if (count > MOST_VALUES) {
            throw new MalformedTnefException();
        }
        for (long i = 0; i < count; i++) {
            value(in, end, id, single, sized, objects);
        }
    }

    /** A property whose id is not fixed has its name before it; nothing of that kind is of use here. */
    private static void name(LittleEndian in, long end) throws IOException {
        in.skip(GUID);
        boolean number = in.u32() == 0;
        skip(in, number ? 4 : padded(in.u32()), end);
    }

    private void value(LittleEndian in, long end, int id, int type, boolean sized, Objects objects) throws IOException {
        long length = sized ? in.u32() : fixed(type);
        long start = in.position();
        if (start + length > end) {
            throw new MalformedTnefException();
        }
        boolean first = !values.containsKey(id);
        boolean text = id == BODY || id == BODY_HTML || id == RTF_COMPRESSED;
        byte[] kept = new byte[0];
        if (type == OBJECT && id == ATTACH_DATA && length > GUID) {
            in.skip(GUID);
            objects.object(start + length);
        } else if (first && id != ATTACH_DATA) {
            kept = in.bytes(length, text ? LONG_TEXT : SHORT_TEXT);
        }
        if (first) {
            values.put(id, new Value(type, kept, start, length));
        }
        in.skipTo(start + padded(length));
    }

    private static long fixed(int type) throws IOException {
        return switch (type) {
            case 0x0000, 0x0001 -> 0;
            case 0x0002, 0x0003, 0x0004, 0x000A, 0x000B -> 4;
            case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> 8;
            case 0x0048 -> GUID;
            default -> throw new MalformedTnefException();
        };
    }

    private static long padded(long length) {
        return length + 3 & ~3L;
    }

    private static void skip(LittleEndian in, long length, long end) throws IOException {
        if (in.position() + length > end) {
            throw new MalformedTnefException();
        }
        in.skip(length);
    }

    /** Text or bytes of a property, without the NUL at the end; in the given code page unless it is Unicode. */
    TnefText text(int id, String codePage) {
        Value value = values.get(id);
        if (value == null || value.bytes.length == 0) {
            return TnefText.NONE;
        }
        boolean unicode = value.type == UNICODE;
        byte[] bytes = value.bytes;
        int end = bytes.length;
        int width = unicode ? 2 : 1;
        while (end >= width && bytes[end - 1] == 0 && bytes[end - width] == 0) {
            end -= width;
        }
        byte[] said = Arrays.copyOf(bytes, end);
        // as UTF-8: a label of UTF-16 would have to be believed without a mark
        return unicode
                ? new TnefText(new String(said, StandardCharsets.UTF_16LE).getBytes(StandardCharsets.UTF_8), "utf-8")
                : new TnefText(said, codePage);
    }

    String ascii(int id) {
        TnefText text = text(id, "");
        return new String(text.bytes(), StandardCharsets.ISO_8859_1).strip();
    }

    byte[] bytes(int id) {
        Value value = values.get(id);
        return value == null ? new byte[0] : value.bytes;
    }

    @Nullable
    Long number(int id) {
        Value value = values.get(id);
        if (value == null || value.bytes.length < 4) {
            return null;
        }
        byte[] b = value.bytes;
        return (b[0] & 0xFFL) | (b[1] & 0xFFL) << 8 | (b[2] & 0xFFL) << 16 | (b[3] & 0xFFL) << 24;
    }

    /** Where the bytes of a file lie, when they lie in a property; null when they do not. */
    long @Nullable [] range(int id) {
        Value value = values.get(id);
        return value == null || value.type != BINARY ? null : new long[] {value.start, value.length};
    }
}
