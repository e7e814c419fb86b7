package org.incomingmail.engine.delivery;

import java.time.Clock;
import java.time.Instant;

/** What every check works with. */
record CheckTools(
        Ledger ledger, Transactions transactions, MessageDelivery delivery, Spool spool, Limits limits, Clock clock) {

    Deadline deadline() {
        return new Deadline(clock, clock.instant().plus(limits.time()));
    }

    /** When a check begins no further message: its time is over, or the app goes down. */
    record Deadline(Clock clock, Instant end) {
        boolean over() {
            return Thread.currentThread().isInterrupted() || !clock.instant().isBefore(end);
        }
    }
}
