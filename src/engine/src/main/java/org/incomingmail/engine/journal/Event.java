package org.incomingmail.engine.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a message: the log tells its story by them.
 *
 * @param detail a state, trust level or code, as the kind says; empty for none
 * @param arguments values for the texts of a code, or what was chosen
 * @param by the administrator who asked for it; null when nobody did
 */
public record Event(Instant at, Kind kind, String detail, List<String> arguments, @Nullable String by) {

    /** What happened. */
    public enum Kind {
        /** An attempt began; its number is the argument. */
        TAKEN,
        /** How far its sender is believed: a trust level. */
        TRUSTED,
        /** An attempt ended; the detail is the state. */
        CONCLUDED,
        /** Why the attempt ended so: a code with its arguments. */
        REASON,
        /** The mail server was told. */
        SETTLED,
        /** An administrator let it be tried again. */
        RETRIED,
        /** An administrator vouched for it. */
        RELEASED,
        /** An administrator chose space or author; the arguments are the space's key and the author's name. */
        PLACED,
        /** Its sender confirmed it. */
        CONFIRMED,
        /** Who sent it was erased from the log. */
        ERASED
    }

    public Event {
        arguments = List.copyOf(arguments);
    }

    public static Event of(Instant at, Kind kind, String detail, String... arguments) {
        return new Event(at, kind, detail, List.of(arguments), null);
    }

    /** Asked for by an administrator. */
    public static Event by(String administrator, Instant at, Kind kind, String... arguments) {
        return new Event(at, kind, "", List.of(arguments), administrator);
    }
}
