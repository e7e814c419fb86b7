package org.incomingmail.dev.services.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Duration APART = Duration.ofSeconds(20);
    private final Instant start = Instant.parse("2026-11-30T12:00:00Z");
    private final ConcurrentMap<String, String> shared = new ConcurrentHashMap<>();
    private final Turns one = new Turns(shared);
    private final Turns other = new Turns(shared);

    @Test
    void oneNodeRunsAJobThatRunsOncePerClusterEachTime() {
        ManagedJob job = job(RunMode.RUN_ONCE_PER_CLUSTER);
        assertThat(one.take(job, start, APART)).isTrue();
        assertThat(other.take(job, start.plusSeconds(1), APART))
                .as("a moment later")
                .isFalse();
        assertThat(other.take(job, start.plusSeconds(19), APART))
                .as("the next time")
                .isTrue();
        assertThat(one.take(job, start.plusSeconds(20), APART)).isFalse();
    }

    @Test
    void aClockThatIsSetBackStopsNoJob() {
        ManagedJob job = job(RunMode.RUN_ONCE_PER_CLUSTER);
        assertThat(one.take(job, start, APART)).isTrue();
        Instant earlier = start.minus(Duration.ofDays(1));
        assertThat(one.take(job, earlier, APART)).isTrue();
        assertThat(other.take(job, earlier.plusSeconds(1), APART)).isFalse();
    }

    @Test
    void everyNodeRunsALocalJob() {
        ManagedJob job = job(RunMode.RUN_LOCALLY);
        assertThat(one.take(job, start, APART)).isTrue();
        assertThat(other.take(job, start, APART)).isTrue();
    }

    private static ManagedJob job(RunMode mode) {
        return new ManagedJob(
                JobId.of("job"),
                "Job",
                "App",
                JobConfig.forJobRunnerKey(JobRunnerKey.of("runner"))
                        .withRunMode(mode)
                        .withSchedule(Schedule.forInterval(APART.toMillis(), null)),
                request -> JobRunnerResponse.success());
    }
}
