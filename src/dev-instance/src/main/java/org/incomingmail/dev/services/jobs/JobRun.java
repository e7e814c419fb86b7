package org.incomingmail.dev.services.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One run of a job: SUCCESS, ABORTED or FAILED. */
public record JobRun(Instant started, Duration duration, String outcome, @Nullable String message) {}
