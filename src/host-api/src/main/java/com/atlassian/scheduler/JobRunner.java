package com.atlassian.scheduler;

import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** The work of a scheduled job. */
@HostType(source = "atlassian-scheduler-api 1.6.0 Javadoc")
public interface JobRunner {
    @Nullable
    JobRunnerResponse runJob(JobRunnerRequest request);
}
