package org.incomingmail.engine.delivery;

/**
 * The right and duty to process a message.
 *
 * @param id of its ledger row and journal entry
 * @param attempts including this one
 * @param told whether the mail server was told of an earlier outcome already, where it is told at all
 */
public record Claim(long id, int attempts, boolean told) {

    /** Of a message without an outcome so far. */
    public Claim(long id, int attempts) {
        this(id, attempts, false);
    }
}
