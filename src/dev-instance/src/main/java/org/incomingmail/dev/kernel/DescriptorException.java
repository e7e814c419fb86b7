package org.incomingmail.dev.kernel;

/** A descriptor, or one element of it, can't be read; the message says why in words for the app's author. */
public class DescriptorException extends Exception {

    private static final long serialVersionUID = 1L;

    public DescriptorException(String message) {
        super(message);
    }

    public DescriptorException(String message, Throwable cause) {
        super(message, cause);
    }
}
