package org.incomingmail.dev.applinks.tokens;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.Schedule;
import java.time.Clock;
import java.time.Duration;
import org.incomingmail.dev.services.jobs.ManagedJob;

/** Forgets tokens that are worthless, or that the app which asked for them never took. */
public final class Pruning implements JobRunner {
    private static final String KEY = "org.incomingmail.dev.applinks.prune";
    private static final Duration KEPT_PENDING = Duration.ofHours(1);
    private final Tokens tokens;
    private final Lifetimes lifetimes;
    private final Clock clock;

    public Pruning(Tokens tokens, Lifetimes lifetimes, Clock clock) {
        this.tokens = tokens;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    public ManagedJob job() {
        JobConfig config = JobConfig.forJobRunnerKey(JobRunnerKey.of(KEY))
                .withSchedule(Schedule.forCronExpression(lifetimes.pruneSchedule()));
        return new ManagedJob(JobId.of(KEY), "Prune expired OAuth 2.0 tokens", "Application links", config, this);
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        int worthless = tokens.removeWorthless(clock.instant().minus(lifetimes.keptInvalid()));
        int pending = tokens.removePending(clock.instant().minus(KEPT_PENDING));
        return JobRunnerResponse.success(worthless + " expired, " + pending + " never used");
    }
}
