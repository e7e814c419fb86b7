package org.incomingmail.engine.publishing;

import org.incomingmail.engine.message.IncomingAttachment;

/** A file that is not attached. */
public record LeftOut(IncomingAttachment file, Reason reason) {

    /** Why not. */
    public enum Reason {
        TOO_MANY,
        TOO_LARGE,
        TOO_LARGE_TOGETHER,
        BLOCKED_ENDING,
        NOT_ALLOWED_ENDING,
        DISAGREES,
        BLOCKED_IN_ARCHIVE,
        ARCHIVE_UNREADABLE
    }
}
