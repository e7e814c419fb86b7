package org.incomingmail.engine.message;

/** Something that had to be repaired or left out while reading; {@code detail} is for the log, never a body. */
public record Note(Kind kind, String detail) {

    /** What was noticed. */
    public enum Kind {
        CHARSET_REPAIRED,
        STRUCTURE_REPAIRED,
        TRUNCATED,
        TOO_MANY_PARTS,
        NESTED_TOO_DEEP,
        TEXT_TOO_LONG,
        DATE_UNREADABLE,
        /** A piece of a larger message (RFC 2046 5.2.2). */
        PARTIAL,
        /** A file was found inside of a text: uuencode or yEnc. */
        FILE_IN_TEXT,
        SIGNED,
        ENCRYPTED,
        /** A winmail.dat was unpacked, or could not be. */
        TNEF
    }

    static Note charset(String where, String repair) {
        return new Note(Kind.CHARSET_REPAIRED, where + ": " + repair);
    }
}
