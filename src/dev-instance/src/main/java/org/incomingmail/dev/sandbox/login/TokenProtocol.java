package org.incomingmail.dev.sandbox.login;

/** How a mailbox is read, and which scope that needs. */
public enum TokenProtocol {
    IMAP("mail.imap"),
    POP3("mail.pop");

    private final String scope;

    TokenProtocol(String scope) {
        this.scope = scope;
    }

    public String scope() {
        return scope;
    }
}
