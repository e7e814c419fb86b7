package org.incomingmail.confluence.jobs;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.delivery.WaitingMail;
import org.incomingmail.engine.delivery.WaitingMails;

/** Removes raw mail that was kept long enough. */
@Named("incomingMailRetentionJob")
public class RetentionJob implements JobRunner {
    private final MessageStore store;
    private final Retention retention;
    private final WaitingMails waiting;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public RetentionJob(MessageStore store, Retention retention, WaitingMails waiting) {
        this.store = store;
        this.retention = retention;
        this.waiting = waiting;
    }

    /** A message that waits for a decision is only there. */
    private Set<Long> waiting() {
        return waiting.all().stream().map(WaitingMail::id).collect(Collectors.toSet());
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        try {
            int removed = store.removeOlderThan(clock.instant().minus(retention.rawMail()), waiting());
            return JobRunnerResponse.success(removed + " raw mails removed");
        } catch (IOException e) {
            return JobRunnerResponse.failed(e);
        }
    }
}
