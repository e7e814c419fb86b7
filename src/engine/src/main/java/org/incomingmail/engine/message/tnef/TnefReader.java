package org.incomingmail.engine.message.tnef;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads winmail.dat once from the beginning to its end. Files are not copied but located, so that a large one costs no
 * memory. What comes after a malformed place is lost, what came before is kept.
 */
public final class TnefReader {
    private static final long SIGNATURE = 0x223E9F78L;
    private static final int MOST_FILES = 1_000;
    private static final int DEEPEST = 5;
    private static final int LONGEST_TEXT = 2 * 1024 * 1024;

    private static final long ATTACH_TITLE = 0x00018010L;
    private static final long BODY = 0x0002800CL;
    private static final long ATTACH_DATA = 0x0006800FL;
    private static final long ATTACH_REND_DATA = 0x00069002L;
    private static final long MESSAGE_PROPERTIES = 0x00069003L;
    private static final long ATTACHMENT_PROPERTIES = 0x00069005L;
    private static final long OEM_CODE_PAGE = 0x00069007L;

    private final LittleEndian in;
    private final List<TnefFile> files;
    private final int depth;
    private String codePage = "";
    private TnefText text = TnefText.NONE;
    private TnefText html = TnefText.NONE;
    private byte[] rtf = new byte[0];
    private Optional<FileDraft> file = Optional.empty();
    private boolean messageInside;

    private TnefReader(LittleEndian in, List<TnefFile> files, int depth) {
        this.in = in;
        this.files = files;
        this.depth = depth;
    }

    /** Empty when this is no TNEF at all; throws only when the stream does for a reason other than its end. */
    public static Optional<TnefContent> read(InputStream stream) throws IOException {
        TnefReader reader = new TnefReader(new LittleEndian(stream), new ArrayList<>(), 0);
        boolean whole;
        try {
            if (reader.in.u32() != SIGNATURE) {
                return Optional.empty();
            }
            whole = reader.attributes(Long.MAX_VALUE);
        } catch (EOFException | MalformedTnefException e) {
            whole = false;
        }
        reader.endOfFile();
        return Optional.of(new TnefContent(
                reader.text, reader.html, reader.rtf, List.copyOf(reader.files), whole && !reader.messageInside));
    }

    /** Whether all made sense to the end. */
    private boolean attributes(long end) throws IOException {
        in.u16(); // a key that nothing refers to
        while (in.position() < end) {
            int level;
            try {
                level = in.u8();
            } catch (EOFException e) {
                return true;
            }
            if (level != 1 && level != 2) {
                return false;
            }
            long id = in.u32();
            long length = in.u32();
            long start = in.position();
            if (start + length > end) {
                throw new MalformedTnefException();
            }
            attribute(id, start, length);
            in.skipTo(start + length);
            in.u16(); // checksum: a wrong one is no reason to lose a file
        }
        return true;
    }

    private void attribute(long id, long start, long length) throws IOException {
        if (id == OEM_CODE_PAGE && length >= 4) {
            codePage = CodePages.label(in.u32());
        } else if (id == BODY) {
            text = new TnefText(withoutNul(in.bytes(length, LONGEST_TEXT)), codePage);
        } else if (id == MESSAGE_PROPERTIES) {
            message(MapiProperties.read(in, start + length, this::skipped));
        } else if (id == ATTACH_REND_DATA) {
            endOfFile();
            file = Optional.of(new FileDraft());
        } else if (id == ATTACH_TITLE) {
            file().name = new TnefText(withoutNul(in.bytes(length, 2_048)), codePage);
        } else if (id == ATTACH_DATA) {
            file().lies(start, length);
        } else if (id == ATTACHMENT_PROPERTIES) {
            file().describe(MapiProperties.read(in, start + length, this::nested), codePage);
        }
    }

    private void message(MapiProperties properties) throws IOException {
        Long internet = properties.number(MapiProperties.INTERNET_CODE_PAGE);
        Long ansi = properties.number(MapiProperties.MESSAGE_CODE_PAGE);
        String label = ansi == null ? codePage : CodePages.label(ansi);
        TnefText body = properties.text(MapiProperties.BODY, label);
        text = body.isEmpty() ? text : body;
        html = properties.text(MapiProperties.BODY_HTML, internet == null ? label : CodePages.label(internet));
        byte[] compressed = properties.bytes(MapiProperties.RTF_COMPRESSED);
        rtf = compressed.length == 0 ? rtf : CompressedRtf.decompressed(compressed);
    }

    /** A message attached to the message: its files are files of this one, its text is not unpacked. */
    private void nested(long end) throws IOException {
        messageInside = true;
        if (depth >= DEEPEST || end - in.position() < 6 || in.u32() != SIGNATURE) {
            in.skipTo(end);
            return;
        }
        TnefReader inner = new TnefReader(in, files, depth + 1);
        inner.codePage = codePage;
        inner.attributes(end);
        inner.endOfFile();
        in.skipTo(end);
    }

    private void skipped(long end) throws IOException {
        in.skipTo(end);
    }

    private FileDraft file() {
        if (file.isEmpty()) {
            file = Optional.of(new FileDraft());
        }
        return file.get();
    }

    private void endOfFile() throws MalformedTnefException {
        if (file.isPresent() && file.get().found()) {
            if (files.size() == MOST_FILES) {
                throw new MalformedTnefException();
            }
            files.add(file.get().file());
        }
        file = Optional.empty();
    }

    private static byte[] withoutNul(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return java.util.Arrays.copyOf(bytes, end);
    }
}
