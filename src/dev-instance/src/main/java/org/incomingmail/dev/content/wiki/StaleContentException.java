package org.incomingmail.dev.content.wiki;

/** Somebody else has changed the content since it was read. */
public final class StaleContentException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StaleContentException(String message) {
        super(message);
    }
}
