package org.incomingmail.dev.services.jobs;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The scheduler: four threads for all jobs, as the host has; also what the Scheduled Jobs page shows of this node. */
public final class Jobs implements SchedulerService, AutoCloseable {
    private static final int THREADS = 4;
    private final Clock clock;
    private final Map<JobRunnerKey, JobRunner> runners = new ConcurrentHashMap<>();
    private final Map<JobId, ScheduledJob> jobs = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor pool;
    private final Turns turns;
    private final ConcurrentMap<String, String> disabled;

    /** For one node. */
    public Jobs(Clock clock) {
        this(clock, name -> new ConcurrentHashMap<>());
    }

    /** @param values what all nodes see, by name */
    public Jobs(Clock clock, Function<String, ConcurrentMap<String, String>> values) {
        this.clock = clock;
        this.turns = new Turns(values.apply("job-turns"));
        this.disabled = values.apply("disabled-jobs");
        AtomicInteger number = new AtomicInteger();
        this.pool = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, "scheduler-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void registerJobRunner(JobRunnerKey jobRunnerKey, JobRunner jobRunner) {
        runners.put(jobRunnerKey, jobRunner);
    }

    @Override
    public void unregisterJobRunner(JobRunnerKey jobRunnerKey) {
        runners.remove(jobRunnerKey);
    }

    @Override
    public void scheduleJob(JobId jobId, JobConfig jobConfig) throws SchedulerServiceException {
        JobRunner runner = runners.get(jobConfig.getJobRunnerKey());
        if (runner == null) {
            throw new SchedulerServiceException("no runner is registered as " + jobConfig.getJobRunnerKey());
        }
        try {
            schedule(new ManagedJob(jobId, jobId.toString(), "", jobConfig, runner));
        } catch (IllegalArgumentException e) {
            throw new SchedulerServiceException("the schedule of " + jobId + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void unscheduleJob(JobId jobId) {
        ScheduledJob job = jobs.remove(jobId);
        if (job != null) {
            job.cancel();
        }
    }

    /**
     * Schedules a job, replacing one with the same id.
     *
     * @throws IllegalArgumentException if its cron expression cannot be read
     */
    public void schedule(ManagedJob managed) {
        ScheduledJob job = new ScheduledJob(managed, disabled, clock);
        Optional<Instant> first = job.after(clock.instant(), true);
        unscheduleJob(managed.id());
        jobs.put(managed.id(), job);
        first.ifPresent(when -> plan(job, when));
    }

    private void plan(ScheduledJob job, Instant when) {
        long delay = Math.max(0, Duration.between(clock.instant(), when).toMillis());
        job.plan(when, pool.schedule(() -> tick(job), delay, TimeUnit.MILLISECONDS));
    }

    private void tick(ScheduledJob job) {
        if (job.enabled() && !job.isCancelled() && turns.take(job.job(), clock.instant(), job.apart(clock.instant()))) {
            job.run();
        }
        if (!job.isCancelled()) {
            job.after(clock.instant(), false).ifPresentOrElse(when -> plan(job, when), job::planNoMore);
        }
    }

    /** Every job, by name. */
    public List<ScheduledJob> all() {
        return jobs.values().stream()
                .sorted(Comparator.comparing(job -> job.job().name()))
                .toList();
    }

    /** Runs it as soon as a thread is free. */
    public void runNow(JobId id) {
        ScheduledJob job = jobs.get(id);
        if (job != null) {
            pool.execute(job::run);
        }
    }

    public void setEnabled(JobId id, boolean enabled) {
        ScheduledJob job = jobs.get(id);
        if (job != null) {
            job.setEnabled(enabled);
        }
    }

    @Override
    public void close() {
        jobs.values().forEach(ScheduledJob::cancel);
        pool.shutdownNow();
        try {
            pool.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
