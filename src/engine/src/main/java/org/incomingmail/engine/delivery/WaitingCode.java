package org.incomingmail.engine.delivery;

import org.incomingmail.engine.failure.Code;

/** Why a message waits, and how waiting may end without content. */
public enum WaitingCode implements Code {
    /** Arguments: the sender and how many messages an hour are allowed. */
    RATE_SENDER("IM-RATE-SENDER"),
    /** Arguments: the sender and how many messages an hour are allowed. */
    RATE_THREAD("IM-RATE-THREAD"),
    /** Arguments: the mail server and how many messages an hour are allowed. */
    RATE_MAILBOX("IM-RATE-MAILBOX"),
    CONFIRMATION_EXPIRED("IM-CONFIRMATION-EXPIRED"),
    /** The one who follows the link says that the mail is not to be published. */
    CONFIRMATION_REFUSED("IM-CONFIRMATION-REFUSED"),
    /** Argument: the administrator. */
    DISCARDED("IM-DISCARDED"),
    /** Arguments: the receiver, status and words of the other system. */
    NOTIFICATION_UNDELIVERED("IM-NOTIFICATION-UNDELIVERED"),
    /** Argument: the receiver. */
    NOTIFICATION_COMPLAINT("IM-NOTIFICATION-COMPLAINT");

    private final String id;

    WaitingCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
