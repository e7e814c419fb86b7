package org.incomingmail.engine.policy;

/** Which answers senders get: at most one of a kind and day, and only who is surely the sender. */
public record Answering(boolean rejected, boolean waiting, boolean published) {

    public static Answering none() {
        return new Answering(false, false, false);
    }
}
