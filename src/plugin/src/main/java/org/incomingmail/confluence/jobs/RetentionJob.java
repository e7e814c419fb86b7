package org.incomingmail.confluence.jobs;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.settings.Retention;
import org.incomingmail.confluence.storage.Erasure;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.delivery.WaitingMail;
import org.incomingmail.engine.delivery.WaitingMails;

/** Removes what was kept long enough: raw mail, and who sent what. */
@Named("incomingMailRetentionJob")
public class RetentionJob implements JobRunner {
    private final MessageStore store;
    private final Retention retention;
    private final WaitingMails waiting;
    private final Erasure erasure;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public RetentionJob(MessageStore store, Retention retention, WaitingMails waiting, Erasure erasure) {
        this.store = store;
        this.retention = retention;
        this.waiting = waiting;
        this.erasure = erasure;
    }

    /** A message that waits for a decision is only there. */
    private Set<Long> waiting() {
        return waiting.all().stream().map(WaitingMail::id).collect(Collectors.toSet());
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        try {
            Instant now = clock.instant();
            int removed = store.removeOlderThan(now.minus(retention.rawMail()), waiting());
            Optional<Duration> log = retention.log();
            int erased = log.isEmpty() ? 0 : erasure.before(now.minus(log.get()));
            return JobRunnerResponse.success(removed + " raw mails removed, " + erased + " messages of the log erased");
        } catch (IOException e) {
            return JobRunnerResponse.failed(e);
        }
    }
}
