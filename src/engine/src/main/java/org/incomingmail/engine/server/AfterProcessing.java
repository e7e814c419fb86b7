package org.incomingmail.engine.server;

/** What happens on the mail server to a message once its outcome is committed. POP3 knows only LEAVE and DELETE. */
public enum AfterProcessing {
    LEAVE,
    MARK_READ,
    MOVE,
    DELETE
}
