package org.incomingmail.confluence.jobs;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.notices.Notices;

/** Sends administrators the notices that are due. */
@Named("incomingMailNoticeJob")
public class NoticeJob implements JobRunner {
    private final Notices notices;

    @Inject
    public NoticeJob(Notices notices) {
        this.notices = notices;
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        return JobRunnerResponse.success(notices.sendDue() + " notices sent");
    }
}
