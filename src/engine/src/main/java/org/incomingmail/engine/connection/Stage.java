package org.incomingmail.engine.connection;

/** The steps from settings to an opened mailbox, in order. */
public enum Stage {
    INPUT,
    DNS,
    TCP,
    TLS,
    GREETING,
    CAPABILITIES,
    TOKEN,
    AUTHENTICATION,
    MAILBOX,
    RIGHTS
}
