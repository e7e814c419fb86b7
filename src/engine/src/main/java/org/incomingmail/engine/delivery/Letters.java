package org.incomingmail.engine.delivery;

import java.time.Instant;

/** Port: mail to users about their mail. */
public interface Letters {

    /** Hands a letter to the outgoing mail server. False when that was not possible; never throws. */
    boolean send(Letter letter);

    /**
     * Whether one more letter of a kind may go to an address today, and counts it.
     *
     * @param most a day
     */
    boolean mayGo(String address, Letter.Kind kind, int most, Instant now);
}
