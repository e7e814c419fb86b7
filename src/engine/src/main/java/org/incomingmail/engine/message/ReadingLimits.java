package org.incomingmail.engine.message;

/**
 * How much of a message is looked at.
 *
 * @param headerBytes longest header field that is read
 * @param headerCount most header fields of one part
 * @param parts most MIME parts
 * @param depth deepest nesting of multiparts; below it parts are kept as attachments
 * @param textBytes most bytes of all text bodies together; a longer one is kept as attachment as well
 */
public record ReadingLimits(int headerBytes, int headerCount, int parts, int depth, int textBytes) {

    public static ReadingLimits defaults() {
        return new ReadingLimits(256 * 1024, 2_000, 10_000, 30, 2 * 1024 * 1024);
    }
}
