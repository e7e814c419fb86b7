package org.incomingmail.engine.trust;

/** How sure we are that the sender is who From says, surest first. */
public enum Level {
    /** It went to a reply address that was signed for this very user. */
    SIGNED,
    /** Our own mail system proved the sender's domain: DMARC, or an aligned DKIM or SPF. */
    AUTHENTICATED,
    /** A user has the address; nothing says that the user wrote. */
    KNOWN_ADDRESS,
    /** Our own mail system says that the sender's domain did not send it: DMARC failed. */
    CONTRADICTED
}
