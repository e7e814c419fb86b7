package org.incomingmail.engine.server;

/** Where a password or a token goes. */
final class Destination {
    private Destination() {}

    /**
     * Whether the stored password may be used with the new settings without being typed again. It must not reach another
     * host, be tried for another user or travel less protected than the administrator once chose.
     */
    static boolean keepsPassword(MailServer stored, MailServer now) {
        return samePlace(stored.endpoint(), now.endpoint()) && stored.username().equals(now.username());
    }

    /** The same host, reached with no less protection. */
    static boolean samePlace(Endpoint before, Endpoint after) {
        return before.hostname().equalsIgnoreCase(after.hostname())
                && before.port() == after.port()
                && protection(after) >= protection(before);
    }

    private static int protection(Endpoint endpoint) {
        if (endpoint.protocol().secure() || endpoint.startTls() == StartTls.REQUIRE) {
            return 2;
        }
        return endpoint.startTls() == StartTls.IF_OFFERED ? 1 : 0;
    }
}
