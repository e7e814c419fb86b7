package org.incomingmail.confluence.jobs;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import java.io.IOException;
import java.time.Clock;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.delivery.MessageStore;

/** Removes raw mail that was kept long enough. */
@Named("incomingMailRetentionJob")
public class RetentionJob implements JobRunner {
    private final MessageStore store;
    private final Retention retention;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public RetentionJob(MessageStore store, Retention retention) {
        this.store = store;
        this.retention = retention;
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        try {
            int removed = store.removeOlderThan(clock.instant().minus(retention.rawMail()));
            return JobRunnerResponse.success(removed + " raw mails removed");
        } catch (IOException e) {
            return JobRunnerResponse.failed(e);
        }
    }
}
