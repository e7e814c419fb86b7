package org.incomingmail.engine.server;

/** Whether a plain connection must be, may be or is never upgraded to TLS (RFC 2595). */
public enum StartTls {
    REQUIRE,
    IF_OFFERED,
    NEVER
}
