package org.incomingmail.engine.delivery;

import java.time.Duration;
import java.time.InstantSource;
import org.incomingmail.engine.policy.Policies;

/**
 * What the rooms need to hold messages against the rules of their mail server.
 *
 * @param confirmationTime how long the sender has to confirm
 */
public record Rulebook(
        Policies policies,
        Traffic traffic,
        WaitingMails waiting,
        Confirmations confirmations,
        Letters letters,
        Duration confirmationTime,
        InstantSource clock) {}
