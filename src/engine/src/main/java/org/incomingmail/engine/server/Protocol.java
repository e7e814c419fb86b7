package org.incomingmail.engine.server;

/** How a mailbox is read. Ports: RFC 3501 and RFC 1939 (plain), RFC 8314 section 7 (TLS). */
public enum Protocol {
    IMAP(143, false),
    IMAPS(993, true),
    POP3(110, false),
    POP3S(995, true);

    private final int defaultPort;
    private final boolean secure;

    Protocol(int defaultPort, boolean secure) {
        this.defaultPort = defaultPort;
        this.secure = secure;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** TLS from the first byte. */
    public boolean secure() {
        return secure;
    }

    public boolean imap() {
        return this == IMAP || this == IMAPS;
    }

    /** Jakarta Mail's name of the protocol, as in {@code mail.imaps.host}. */
    public String providerName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
