package org.incomingmail.engine.failure;

/**
 * A stable code of a failure or rejection, the same on screen, in the log and in the documentation. Implemented by one
 * enum per package. Its texts are in codes.properties (and codes_ja.properties) beside this class, under
 * {@code incoming-mail.code.<id>.cause} and {@code incoming-mail.code.<id>.remedy}.
 */
public interface Code {

    /** For example {@code IM-TLS-UNTRUSTED}. */
    String id();
}
