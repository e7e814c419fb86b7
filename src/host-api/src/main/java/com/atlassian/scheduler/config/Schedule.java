package com.atlassian.scheduler.config;

import java.util.Date;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** When a job runs. */
@HostType(source = "atlassian-scheduler-api 1.6.0 Javadoc")
public final class Schedule {
    private final long intervalMillis;
    private final @Nullable String cronExpression;
    private final @Nullable Date firstRunTime;

    private Schedule(long intervalMillis, @Nullable String cronExpression, @Nullable Date firstRunTime) {
        this.intervalMillis = intervalMillis;
        this.cronExpression = cronExpression;
        this.firstRunTime = firstRunTime;
    }

    public static Schedule forInterval(long intervalMillis, @Nullable Date firstRunTime) {
        return new Schedule(intervalMillis, null, firstRunTime);
    }

    public static Schedule forCronExpression(String cronExpression) {
        return new Schedule(0, cronExpression, null);
    }

    public static Schedule runOnce(@Nullable Date runTime) {
        return new Schedule(0, null, runTime);
    }

    /** Milliseconds between runs; 0 where there is no interval. For the host. */
    @Unconfirmed("for the host; the real type has richer getters")
    public long intervalMillis() {
        return intervalMillis;
    }

    /** Null where the schedule is not a cron expression. For the host. */
    @Unconfirmed("for the host; the real type has richer getters")
    public @Nullable String cronExpression() {
        return cronExpression;
    }

    /** Null means at once. For the host. */
    @Unconfirmed("for the host; the real type has richer getters")
    public @Nullable Date firstRunTime() {
        return firstRunTime;
    }
}
