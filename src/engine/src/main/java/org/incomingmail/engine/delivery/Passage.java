package org.incomingmail.engine.delivery;

/** How a message comes to be published: who already vouches for it. */
public enum Passage {
    /** Nobody: it just arrived. */
    ARRIVED,
    /** The sender, by the link of a confirmation mail. */
    CONFIRMED,
    /** An administrator. */
    RELEASED
}
