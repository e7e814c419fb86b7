package org.incomingmail.engine.server;

/** Identifies a configured mail server; 0 is one that was never saved. */
public record MailServerId(long value) {

    /** A draft that has not been saved yet. */
    public static final MailServerId UNSAVED = new MailServerId(0);

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
