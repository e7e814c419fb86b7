package org.incomingmail.engine.delivery;

import org.incomingmail.engine.failure.Code;

/** What can become of a message or a check apart from the mail server's and the wiki's doing. */
public enum DeliveryCode implements Code {
    /** Arguments: size and limit in MiB. */
    TOO_LARGE("IM-TOO-LARGE"),
    /** The same mail was processed before under another UID. */
    DUPLICATE("IM-DUPLICATE"),
    /** Was in the mailbox before the app was told to start. */
    BEFORE_START("IM-BEFORE-START"),
    /** Argument: what went wrong, in short. */
    PROCESSING_FAILED("IM-PROCESSING-FAILED"),
    /** The node died again and again while working on the message. */
    NODE_DIED("IM-NODE-DIED"),
    /** The mailbox is numbered anew, or is another one now, before the message could be tried again. */
    RENUMBERED("IM-RENUMBERED"),
    /** Somebody took it out of the mailbox before it could be tried again. */
    MESSAGE_GONE("IM-MESSAGE-GONE"),
    /** Arguments: free and needed MiB. */
    DISK_FULL("IM-DISK-FULL"),
    PASSWORD_MISSING("IM-PASSWORD-MISSING"),
    PASSWORD_UNREADABLE("IM-PASSWORD-UNREADABLE"),
    OAUTH_UNAVAILABLE("IM-OAUTH-UNAVAILABLE"),
    /** Argument: what went wrong, in short. */
    CHECK_FAILED("IM-CHECK-FAILED");

    private final String id;

    DeliveryCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
