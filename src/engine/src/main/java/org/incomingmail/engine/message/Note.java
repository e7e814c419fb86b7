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
        SIGNED,
        ENCRYPTED,
        TNEF
    }
}
