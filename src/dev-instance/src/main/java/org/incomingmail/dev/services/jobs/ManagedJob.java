package org.incomingmail.dev.services.jobs;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;

/**
 * A job that shows in Scheduled Jobs: of a job-config module, or scheduled by an app through the service.
 *
 * @param app name of the app that brought it
 */
public record ManagedJob(JobId id, String name, String app, JobConfig config, JobRunner runner) {}
