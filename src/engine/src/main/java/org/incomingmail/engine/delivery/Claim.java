package org.incomingmail.engine.delivery;

/**
 * The right and duty to process a message.
 *
 * @param id of its ledger row and journal entry
 * @param attempts including this one
 */
public record Claim(long id, int attempts) {}
