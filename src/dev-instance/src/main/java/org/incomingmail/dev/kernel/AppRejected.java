package org.incomingmail.dev.kernel;

/** A file can't be installed as an app; the message says why. */
public class AppRejected extends Exception {

    private static final long serialVersionUID = 1L;

    public AppRejected(String message) {
        super(message);
    }

    public AppRejected(String message, Throwable cause) {
        super(message, cause);
    }
}
