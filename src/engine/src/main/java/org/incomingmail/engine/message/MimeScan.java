package org.incomingmail.engine.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a message (RFC 2046 5.1) and where each lies in the raw bytes. Reads the message once and keeps
 * only headers, so memory depends on neither the size nor, beyond the limit, the number of parts.
 */
final class MimeScan {
    /** Longer lines are no boundaries (RFC 5322 2.1.1). */
    private static final int LONGEST_BOUNDARY_LINE = 1_000;

    private enum Inside {
        HEADER,
        LEAF,
        BETWEEN
    }

    private final ByteLines lines;
    private final ReadingLimits limits;
    private final List<Note> notes;
    private final List<OpenMultipart> open = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private Inside inside = Inside.HEADER;
    private Part current = new Part(null);
    private HeaderBlock header;
    private long oddLine = -1; // start of a line in a header that is none
    private byte[] odd = {};
    private int endingBefore;
    private @Nullable Base64Size size; // of the leaf, while all of it was counted

    private MimeScan(InputStream raw, ReadingLimits limits, List<Note> notes) {
        this.lines = new ByteLines(raw);
        this.limits = limits;
        this.notes = notes;
        this.header = new HeaderBlock(limits);
    }

    /** All parts in their order, the message itself first. */
    static List<Part> of(InputStream raw, ReadingLimits limits, List<Note> notes) throws IOException {
        MimeScan scan = new MimeScan(raw, limits, notes);
        scan.parts.add(scan.current);
        while (scan.nextLine()) {
            if (!scan.line()) {
                break;
            }
        }
        scan.end();
        return scan.parts;
    }

    private boolean nextLine() throws IOException {
        return switch (inside) {
            case HEADER -> lines.next(limits.headerBytes());
            case LEAF -> lines.skim(LONGEST_BOUNDARY_LINE, size);
            case BETWEEN -> lines.next(LONGEST_BOUNDARY_LINE);
        };
    }

    /** False when nothing more is to be read. */
    private boolean line() {
        Optional<Delimiter> delimiter = Delimiter.of(lines, open);
        if (delimiter.isPresent()) {
            return delimiter(delimiter.get());
        }
        if (inside == Inside.HEADER) {
            boolean more = headerLine();
            endingBefore = lines.ending();
            return more;
        }
        if (inside == Inside.BETWEEN && !open.isEmpty()) {
            guessBoundary();
        } else if (lines.length() > 0) {
            size = null; // a line that was taken for a delimiter was not counted
        }
        endingBefore = lines.ending();
        return true;
    }

    private boolean headerLine() {
        byte[] line = lines.bytes();
        if (lines.length() > 2 && line[0] == '-' && line[1] == '-') {
            endHeader(lines.start()); // the empty line is missing
            return line();
        }
        int length = lines.length();
        while (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        if (length == 0) {
            endHeader(oddLine >= 0 ? oddLine : lines.end());
        } else if ((line[0] == ' ' || line[0] == '\t') && !header.isEmpty()) {
            header.more(line, length);
        } else if (HeaderBlock.begins(line, length)) {
            takeOddLine();
            header.field(line, length);
        } else if (oddLine >= 0) {
            endHeader(oddLine); // two odd lines: the empty line is missing
        } else if (!mboxLine(line, length)) {
            oddLine = lines.start();
            odd = java.util.Arrays.copyOf(line, length);
            if (header.isEmpty()) {
                endHeader(oddLine); // no header at all
            }
        }
        return true;
    }

    /** A line without a colon between fields belongs to the one before, whose sender forgot to indent it. */
    private void takeOddLine() {
        if (oddLine >= 0) {
            header.more(new byte[] {' '}, 1);
            header.more(odd, odd.length);
            repaired("header line");
            oddLine = -1;
        }
    }

    private static boolean mboxLine(byte[] line, int length) {
        String start = new String(line, 0, Math.min(length, 6), java.nio.charset.StandardCharsets.ISO_8859_1);
        return start.startsWith("From ") || start.equals(">From ");
    }

    private void endHeader(long bodyStart) {
        oddLine = -1;
        size = null;
        if (header.cut()) {
            repaired("header too long");
        }
        current.fields.addAll(header.end(notes));
        current.start = bodyStart;
        if (!current.multipart()) {
            inside = Inside.LEAF;
            if (PartBytes.base64(current) && bodyStart == lines.end()) {
                size = new Base64Size();
            }
        } else if (open.size() >= limits.depth()) {
            notes.add(new Note(Note.Kind.NESTED_TOO_DEEP, Integer.toString(open.size())));
            inside = Inside.LEAF;
        } else {
            open.add(new OpenMultipart(current));
            inside = Inside.BETWEEN;
        }
    }

    private boolean delimiter(Delimiter delimiter) {
        long end = Math.max(lines.start() - endingBefore, 0);
        endCurrent(end);
        while (open.size() > delimiter.level() + 1) {
            endMultipart(end);
        }
        OpenMultipart multipart = open.get(delimiter.level());
        multipart.seen = true;
        endingBefore = lines.ending();
        if (delimiter.closing()) {
            endMultipart(end);
            inside = Inside.BETWEEN;
            return true;
        }
        if (parts.size() > limits.parts()) {
            notes.add(new Note(Note.Kind.TOO_MANY_PARTS, Integer.toString(limits.parts())));
            return false;
        }
        current = new Part(multipart.part);
        multipart.part.children.add(current);
        parts.add(current);
        header = new HeaderBlock(limits);
        inside = Inside.HEADER;
        return true;
    }

    private void endCurrent(long end) {
        if (inside == Inside.HEADER) {
            endHeader(Math.min(oddLine >= 0 ? oddLine : lines.start(), lines.start()));
        }
        if (inside == Inside.LEAF) {
            current.end = Math.max(current.start, end);
            current.size = size == null ? -1 : size.bytes();
        }
        inside = Inside.BETWEEN;
    }

    /** A multipart in which no part was found is read as the text that it is. */
    private void endMultipart(long end) {
        OpenMultipart ended = open.remove(open.size() - 1);
        if (ended.part.children.isEmpty()) {
            ended.part.end = ended.seen ? ended.part.start : Math.max(ended.part.start, end);
            ended.part.becomeText();
            repaired("no parts");
        }
    }

    private void end() {
        long end = lines.end();
        endCurrent(end);
        if (open.stream().anyMatch(multipart -> !multipart.part.children.isEmpty())) {
            notes.add(new Note(Note.Kind.TRUNCATED, "the last boundary is missing"));
        }
        while (!open.isEmpty()) {
            endMultipart(end);
        }
    }

    /** Where the header does not name the boundary, the first line that looks like one does. */
    private void guessBoundary() {
        OpenMultipart innermost = open.get(open.size() - 1);
        if (innermost.boundary == null && !innermost.seen) {
            Optional<byte[]> guess = Delimiter.guess(lines);
            if (guess.isPresent()) {
                innermost.boundary = guess.get();
                repaired("boundary");
                Delimiter.of(lines, open).ifPresent(this::delimiter);
            }
        }
    }

    private void repaired(String what) {
        notes.add(new Note(Note.Kind.STRUCTURE_REPAIRED, what));
    }

    /** A multipart whose end has not come. */
    static final class OpenMultipart {
        final Part part;
        byte @Nullable [] boundary;
        boolean seen;

        OpenMultipart(Part part) {
            this.part = part;
            this.boundary = part.boundary();
        }
    }
}
