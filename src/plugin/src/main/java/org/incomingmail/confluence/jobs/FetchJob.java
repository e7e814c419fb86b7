package org.incomingmail.confluence.jobs;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.delivery.Fetching;

/** Hands out the mailboxes that are due; the checks themselves run on the app's own threads. */
@Named("incomingMailFetchJob")
public class FetchJob implements JobRunner {
    private final Fetching fetching;

    @Inject
    public FetchJob(Fetching fetching) {
        this.fetching = fetching;
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        fetching.fetchDue();
        return JobRunnerResponse.success("Due mailboxes were handed out");
    }
}
