package org.incomingmail.engine.server;

import java.util.List;

/** The two kinds of mail server that an administrator adds. */
public enum MailboxKind {
    POP(List.of(Protocol.POP3, Protocol.POP3S), List.of(AfterProcessing.LEAVE, AfterProcessing.DELETE)),
    IMAP(List.of(Protocol.IMAP, Protocol.IMAPS), List.of(AfterProcessing.values()));

    private final List<Protocol> protocols;
    private final List<AfterProcessing> policies;

    MailboxKind(List<Protocol> protocols, List<AfterProcessing> policies) {
        this.protocols = protocols;
        this.policies = policies;
    }

    public List<Protocol> protocols() {
        return protocols;
    }

    /** What may happen to processed mail. POP3 has no flags and no folders. */
    public List<AfterProcessing> policies() {
        return policies;
    }

    public static MailboxKind of(Protocol protocol) {
        return protocol.imap() ? IMAP : POP;
    }
}
