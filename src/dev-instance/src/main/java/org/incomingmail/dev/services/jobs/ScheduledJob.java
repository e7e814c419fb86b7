package org.incomingmail.dev.services.jobs;

import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job with its runs. Never overlaps itself; survives whatever its runner throws. */
public final class ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledJob.class);
    private static final int KEPT_RUNS = 20;
    private final ManagedJob job;
    private final Clock clock;
    private final Deque<JobRun> history = new ArrayDeque<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final ConcurrentMap<String, String> disabled;
    private volatile boolean cancelled;
    private volatile @Nullable Instant next;
    private volatile @Nullable Future<?> planned;

    /** @param disabled the jobs that are not to run, by id, on any node */
    ScheduledJob(ManagedJob job, ConcurrentMap<String, String> disabled, Clock clock) {
        this.job = job;
        this.disabled = disabled;
        this.clock = clock;
    }

    public ManagedJob job() {
        return job;
    }

    public boolean enabled() {
        return !disabled.containsKey(job.id().toString());
    }

    public boolean running() {
        return running.get();
    }

    public Optional<Instant> next() {
        return Optional.ofNullable(enabled() ? next : null);
    }

    /** Newest first. */
    public List<JobRun> history() {
        synchronized (history) {
            return List.copyOf(history);
        }
    }

    void setEnabled(boolean now) {
        if (now) {
            disabled.remove(job.id().toString());
        } else {
            disabled.put(job.id().toString(), "disabled");
        }
    }

    void plan(Instant when, Future<?> future) {
        next = when;
        planned = future;
        if (cancelled) {
            future.cancel(false);
        }
    }

    void planNoMore() {
        next = null;
    }

    void cancel() {
        cancelled = true;
        Future<?> future = planned;
        if (future != null) {
            future.cancel(false);
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Runs now in this thread, unless it is running already. */
    void run() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        Instant started = clock.instant();
        JobRun run;
        try {
            JobRunnerResponse response = job.runner().runJob(request(started));
            run = new JobRun(
                    started,
                    Duration.between(started, clock.instant()),
                    response == null ? "SUCCESS" : response.outcome(),
                    response == null ? null : response.getMessage());
        } catch (Throwable e) {
            LOG.error("Scheduled job {} failed", job.id(), e);
            run = new JobRun(started, Duration.between(started, clock.instant()), "FAILED", e.toString());
        } finally {
            running.set(false);
        }
        synchronized (history) {
            history.addFirst(run);
            while (history.size() > KEPT_RUNS) {
                history.removeLast();
            }
        }
    }

    /** When to run after the moment; empty when never again. */
    Optional<Instant> after(Instant moment, boolean first) {
        Schedule schedule = job.config().getSchedule();
        String cron = schedule.cronExpression();
        if (cron != null) {
            ZonedDateTime found = QuartzCron.parse(cron).next(moment.atZone(clock.getZone()));
            return Optional.ofNullable(found).map(ZonedDateTime::toInstant);
        }
        Date firstRun = schedule.firstRunTime();
        if (first) {
            return Optional.of(
                    firstRun == null || firstRun.toInstant().isBefore(moment) ? moment : firstRun.toInstant());
        }
        return schedule.intervalMillis() > 0
                ? Optional.of(moment.plusMillis(schedule.intervalMillis()))
                : Optional.empty();
    }

    /** How long from the next run after a moment to the one after that; nothing when there is none. */
    Duration apart(Instant moment) {
        return after(moment, false)
                .flatMap(next -> after(next, false).map(second -> Duration.between(next, second)))
                .orElse(Duration.ZERO);
    }

    private JobRunnerRequest request(Instant started) {
        return new JobRunnerRequest() {
            @Override
            public boolean isCancellationRequested() {
                return cancelled;
            }

            @Override
            public JobId getJobId() {
                return job.id();
            }

            @Override
            public JobConfig getJobConfig() {
                return job.config();
            }

            @Override
            public Date getStartTime() {
                return Date.from(started);
            }
        };
    }
}
