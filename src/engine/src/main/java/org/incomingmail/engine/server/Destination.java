package org.incomingmail.engine.server;

/** Where a password goes. */
final class Destination {
    private Destination() {}

    /**
     * Whether the stored password may be used with the new settings without being typed again. It must not reach another
     * host, be tried for another user or travel less protected than the administrator once chose.
     */
    static boolean keepsPassword(MailServer stored, MailServer now) {
        Endpoint before = stored.endpoint();
        Endpoint after = now.endpoint();
        return before.hostname().equalsIgnoreCase(after.hostname())
                && before.port() == after.port()
                && stored.username().equals(now.username())
                && protection(after) >= protection(before);
    }

    private static int protection(Endpoint endpoint) {
        if (endpoint.protocol().secure() || endpoint.startTls() == StartTls.REQUIRE) {
            return 2;
        }
        return endpoint.startTls() == StartTls.IF_OFFERED ? 1 : 0;
    }
}
