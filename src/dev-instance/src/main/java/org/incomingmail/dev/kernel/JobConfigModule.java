package org.incomingmail.dev.kernel;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.util.Optional;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.services.jobs.Jobs;
import org.incomingmail.dev.services.jobs.ManagedJob;

/** {@code <job-config>}: a job runner of the app's Spring context, and when it runs. */
record JobConfigModule(HostServices services) implements ModuleType {

    @Override
    public String element() {
        return "job-config";
    }

    @Override
    public OpenModule open(App app, DescriptorElement element) throws DescriptorException {
        DescriptorElement job = element.child("job")
                .orElseThrow(() -> new DescriptorException("<job-config> needs a <job key=\"...\"/>"));
        JobRunner runner = app.bean(job.required("key"), JobRunner.class);
        boolean perCluster =
                job.attribute("perClusterJob").map(Boolean::parseBoolean).orElse(false);
        Jobs jobs = services.find(Jobs.class)
                .orElseThrow(() -> new DescriptorException("the instance was started without a scheduler"));
        JobId id = JobId.of(element.required("key"));
        JobConfig config = JobConfig.forJobRunnerKey(JobRunnerKey.of(app.key() + ":" + job.required("key")))
                .withRunMode(perCluster ? RunMode.RUN_ONCE_PER_CLUSTER : RunMode.RUN_LOCALLY)
                .withSchedule(schedule(element));
        String name = element.attribute("name").orElse(id.toString());
        try {
            jobs.schedule(new ManagedJob(id, name, app.descriptor().name(), config, runner));
        } catch (IllegalArgumentException e) {
            throw new DescriptorException("its schedule can't be used: " + e.getMessage(), e);
        }
        return () -> jobs.unscheduleJob(id);
    }

    private static Schedule schedule(DescriptorElement element) throws DescriptorException {
        DescriptorElement schedule =
                element.child("schedule").orElseThrow(() -> new DescriptorException("<job-config> needs a <schedule>"));
        Optional<String> cron = schedule.attribute("cron-expression");
        if (cron.isPresent()) {
            return Schedule.forCronExpression(cron.get());
        }
        int interval = schedule.number("repeat-interval", 0);
        if (interval <= 0) {
            throw new DescriptorException("<schedule> needs a cron-expression or a repeat-interval in milliseconds");
        }
        return Schedule.forInterval(interval, null);
    }
}
