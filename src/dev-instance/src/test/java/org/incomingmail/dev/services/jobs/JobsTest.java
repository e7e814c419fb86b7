package org.incomingmail.dev.services.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.Schedule;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private static final JobId ID = JobId.of("job");
    private final Jobs jobs = new Jobs(Clock.systemUTC());

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void anIntervalJobRunsAgainAlthoughItsRunnerThrew() throws Exception {
        CountDownLatch runs = new CountDownLatch(3);
        schedule(Schedule.forInterval(10, null), request -> {
            runs.countDown();
            throw new IllegalStateException("no luck");
        });

        assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(job().history()).anySatisfy(run -> {
            assertThat(run.outcome()).isEqualTo("FAILED");
            assertThat(run.message()).contains("no luck");
        });
    }

    @Test
    void aJobNeverOverlapsItself() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        schedule(Schedule.forInterval(3_600_000, null), request -> {
            started.countDown();
            await(release);
            return JobRunnerResponse.success("done");
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        job().run();

        assertThat(job().history())
                .as("the second run came back at once and left no trace")
                .isEmpty();
        release.countDown();
    }

    @Test
    void cronExpressionsOfQuartzAreUnderstoodAndNonsenseIsRefused() {
        jobs.registerJobRunner(JobRunnerKey.of("key"), request -> null);
        JobConfig nonsense = JobConfig.forJobRunnerKey(JobRunnerKey.of("key"))
                .withSchedule(Schedule.forCronExpression("every now and then"));

        assertThatThrownBy(() -> jobs.scheduleJob(ID, nonsense)).isInstanceOf(SchedulerServiceException.class);
        assertThat(scheduled(Schedule.forCronExpression("0 * * * * ?")).next()).isPresent();
    }

    @Test
    void anUnknownRunnerIsRefused() {
        JobConfig config = JobConfig.forJobRunnerKey(JobRunnerKey.of("nobody"));

        assertThatThrownBy(() -> jobs.scheduleJob(ID, config)).hasMessageContaining("nobody");
    }

    private ScheduledJob scheduled(Schedule schedule) {
        try {
            schedule(schedule, request -> null);
        } catch (SchedulerServiceException e) {
            throw new AssertionError(e);
        }
        return job();
    }

    private void schedule(Schedule schedule, JobRunner runner) throws SchedulerServiceException {
        jobs.registerJobRunner(JobRunnerKey.of("key"), runner);
        jobs.scheduleJob(ID, JobConfig.forJobRunnerKey(JobRunnerKey.of("key")).withSchedule(schedule));
    }

    private ScheduledJob job() {
        return jobs.all().get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
