package org.incomingmail.engine.mailserver;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a connection.
 *
 * @param after bytes of the direction that pass before it happens
 * @param lines what becomes of each line of the server; null leaves the bytes alone
 */
public record Fault(Kind kind, Towards towards, long after, @Nullable Function<String, @Nullable String> lines) {

    /** CUT ends with FIN, RESET with RST; DRIP lets a byte through every half second; GARBLE changes one byte. */
    public enum Kind {
        NONE,
        CUT,
        RESET,
        STALL,
        DRIP,
        GARBLE
    }

    /** Which of the two directions suffers. */
    public enum Towards {
        CLIENT,
        SERVER
    }

    public static final Fault NONE = new Fault(Kind.NONE, Towards.CLIENT, Long.MAX_VALUE, null);

    public static Fault of(Kind kind, Towards towards, long after) {
        return new Fault(kind, towards, after, null);
    }

    /**
     * Another answer: each line of the server, without its CRLF in ISO 8859-1, becomes what the function says,
     * null nothing at all.
     */
    public static Fault answering(Function<String, @Nullable String> lines) {
        return new Fault(Kind.NONE, Towards.CLIENT, Long.MAX_VALUE, lines);
    }

    @Override
    public String toString() {
        return lines != null ? "another answer" : kind + " after byte " + after + " towards the " + towards;
    }
}
