package org.incomingmail.engine.trust;

/** What may be done with a message of a level. */
public enum Treatment {
    PUBLISH,
    /** The sender gets a mail with a link, and it is published when they follow it. */
    CONFIRM,
    /** An administrator decides. */
    HOLD,
    REJECT
}
