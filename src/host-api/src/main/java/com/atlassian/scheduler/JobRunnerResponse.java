package com.atlassian.scheduler;

import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** How a run ended. */
@HostType(source = "atlassian-scheduler-api 1.6.0 Javadoc")
public final class JobRunnerResponse {
    private final String outcome;
    private final @Nullable String message;

    private JobRunnerResponse(String outcome, @Nullable String message) {
        this.outcome = outcome;
        this.message = message;
    }

    @Unconfirmed
    public static JobRunnerResponse success() {
        return new JobRunnerResponse("SUCCESS", null);
    }

    public static JobRunnerResponse success(String message) {
        return new JobRunnerResponse("SUCCESS", message);
    }

    public static JobRunnerResponse aborted(String message) {
        return new JobRunnerResponse("ABORTED", message);
    }

    @Unconfirmed
    public static JobRunnerResponse failed(String message) {
        return new JobRunnerResponse("FAILED", message);
    }

    public static JobRunnerResponse failed(Throwable cause) {
        return new JobRunnerResponse("FAILED", cause.toString());
    }

    /** SUCCESS, ABORTED or FAILED. For the host. */
    @Unconfirmed("for the host; the real type returns its own enum from getRunOutcome()")
    public String outcome() {
        return outcome;
    }

    @Unconfirmed
    public @Nullable String getMessage() {
        return message;
    }
}
