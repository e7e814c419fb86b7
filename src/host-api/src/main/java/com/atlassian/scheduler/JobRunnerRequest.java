package com.atlassian.scheduler;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import java.util.Date;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** What a job is told about its run. */
@HostType(source = "atlassian-scheduler-api 1.6.0 Javadoc")
public interface JobRunnerRequest {
    boolean isCancellationRequested();

    @Unconfirmed
    JobId getJobId();

    @Unconfirmed
    JobConfig getJobConfig();

    @Unconfirmed
    Date getStartTime();
}
