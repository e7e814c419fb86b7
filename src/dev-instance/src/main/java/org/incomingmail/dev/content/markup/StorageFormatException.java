package org.incomingmail.dev.content.markup;

/** A body that is not well-formed storage format; the message says where and why. */
public final class StorageFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public StorageFormatException(String message) {
        super(message);
    }
}
