package org.incomingmail.dev.services.jobs;

import com.atlassian.scheduler.config.RunMode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: a job that runs once per cluster is run by the node that comes first each time. */
final class Turns {
    private final ConcurrentMap<String, String> lastTurns;

    /** @param lastTurns when each job ran last, seen by all nodes */
    Turns(ConcurrentMap<String, String> lastTurns) {
        this.lastTurns = lastTurns;
    }

    /**
     * Takes the turn, unless another node took it.
     *
     * @param apart from one run to the next; nodes are never quite at the same time, so half of it tells turns apart
     */
    boolean take(ManagedJob job, Instant now, Duration apart) {
        if (job.config().getRunMode() != RunMode.RUN_ONCE_PER_CLUSTER) {
            return true;
        }
        String key = job.id().toString();
        @Nullable String last = lastTurns.get(key);
        if (last == null) {
            return lastTurns.putIfAbsent(key, now.toString()) == null;
        }
        Instant ran = Instant.parse(last);
        boolean clockSetBack = ran.isAfter(now.plus(apart));
        boolean due = !ran.plus(apart.dividedBy(2)).isAfter(now);
        return (due || clockSetBack) && lastTurns.replace(key, last, now.toString());
    }
}
