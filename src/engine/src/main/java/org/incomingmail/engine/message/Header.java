package org.incomingmail.engine.message;

/**
 * A header field.
 *
 * @param name as sent
 * @param raw unfolded, otherwise as sent; 8-bit bytes repaired, encoded words still encoded
 */
public record Header(String name, String raw) {

    /** The value with encoded words (RFC 2047) decoded and control characters removed. */
    public String decoded() {
        return EncodedWords.decode(raw);
    }
}
