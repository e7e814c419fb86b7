package org.incomingmail.confluence.jobs;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.HostWaitingRoom;
import org.incomingmail.confluence.storage.LetterCounts;
import org.incomingmail.engine.delivery.Traffic;

/** Sends confirmation links that could not be sent, ends what was not confirmed in time, forgets old counts. */
@Named("incomingMailWaitingJob")
public class WaitingJob implements JobRunner {
    private static final Duration COUNTED = Duration.ofDays(2);
    private final HostWaitingRoom waiting;
    private final Traffic traffic;
    private final LetterCounts letters;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public WaitingJob(HostWaitingRoom waiting, Traffic traffic, LetterCounts letters) {
        this.waiting = waiting;
        this.traffic = traffic;
        this.letters = letters;
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        try {
            waiting.room().ask();
            int expired = waiting.room().expire();
            Instant before = clock.instant().minus(COUNTED);
            traffic.forgetBefore(before);
            letters.forgetBefore(before);
            return JobRunnerResponse.success(expired + " messages were not confirmed in time");
        } catch (Exception e) {
            return JobRunnerResponse.failed(e);
        }
    }
}
