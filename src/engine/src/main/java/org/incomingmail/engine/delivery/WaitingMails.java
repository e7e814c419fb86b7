package org.incomingmail.engine.delivery;

import java.util.List;
import java.util.Optional;

/** Port: messages that wait for a decision, by the id of their ledger row. Every call joins the transaction of its thread. */
public interface WaitingMails {

    /** Adds one or replaces it. */
    void put(WaitingMail mail);

    Optional<WaitingMail> find(long id);

    /** The one whose confirmation link has this token, by its SHA-256 in hexadecimal digits. */
    Optional<WaitingMail> withToken(String tokenHash);

    /** Oldest first. */
    List<WaitingMail> all();

    void remove(long id);
}
