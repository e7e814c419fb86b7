package org.incomingmail.engine.connection;

/** The mailbox could not be opened, or was lost while reading. */
public final class ConnectionFailedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ConnectionFailure failure;

    public ConnectionFailedException(ConnectionFailure failure, Throwable cause) {
        super(
                failure.code().id()
                        + failure.serverSaid().map(said -> ": " + said).orElse(""),
                cause);
        this.failure = failure;
    }

    public ConnectionFailure failure() {
        return failure;
    }
}
