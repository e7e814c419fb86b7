package org.incomingmail.dev.services.admin;

import com.atlassian.scheduler.config.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.incomingmail.dev.services.jobs.JobRun;
import org.incomingmail.dev.services.jobs.ScheduledJob;

/** A scheduled job as the page shows it. */
record JobView(
        String id,
        String name,
        String app,
        String schedule,
        String status,
        boolean enabled,
        Optional<RunView> last,
        String next,
        List<RunView> history) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    static JobView of(ScheduledJob job, ZoneId zone) {
        List<RunView> runs =
                job.history().stream().map(run -> RunView.of(run, zone)).toList();
        return new JobView(
                job.job().id().toString(),
                job.job().name(),
                job.job().app(),
                words(job.job().config().getSchedule(), zone),
                job.running() ? "Running" : job.enabled() ? "Scheduled" : "Disabled",
                job.enabled(),
                runs.stream().findFirst(),
                job.next().map(next -> time(next, zone)).orElse(""),
                runs);
    }

    private static String words(Schedule schedule, ZoneId zone) {
        if (schedule.cronExpression() != null) {
            return schedule.cronExpression();
        }
        if (schedule.intervalMillis() > 0) {
            return "every " + milliseconds(schedule.intervalMillis());
        }
        return schedule.firstRunTime() == null
                ? "once"
                : "once, at " + time(schedule.firstRunTime().toInstant(), zone);
    }

    private static String milliseconds(long millis) {
        if (millis % 60_000 == 0) {
            return millis / 60_000 + " min";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** One run of it. */
    record RunView(String started, String duration, String outcome, String message) {
        static RunView of(JobRun run, ZoneId zone) {
            return new RunView(
                    time(run.started(), zone),
                    run.duration().toMillis() + " ms",
                    run.outcome(),
                    run.message() == null ? "" : run.message());
        }
    }
}
