package org.incomingmail.dev.content.wiki;

/** Content that can't be stored as it is; the message says why. */
public final class InvalidContentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidContentException(String message) {
        super(message);
    }
}
