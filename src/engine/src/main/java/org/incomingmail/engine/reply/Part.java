package org.incomingmail.engine.reply;

/** Where a line of a reply belongs. */
public enum Part {
    /** What its author wrote, with the quotations that are answered in it. */
    VISIBLE,
    /** What is quoted or copied from earlier messages. */
    TRIMMED,
    /** The signature, "sent from my phone", a disclaimer. */
    SIGNATURE
}
