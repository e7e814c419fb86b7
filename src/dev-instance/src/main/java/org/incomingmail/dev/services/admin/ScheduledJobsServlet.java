package org.incomingmail.dev.services.admin;

import com.atlassian.scheduler.config.JobId;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;
import org.incomingmail.dev.services.jobs.Jobs;

/** Admin console > Scheduled Jobs: what runs when and how it went; run now, disable, enable, history. */
public final class ScheduledJobsServlet extends HttpServlet {
    public static final String PATH = "/admin/scheduledjobs/viewscheduledjobs.action";
    private static final long serialVersionUID = 1L;

    private final transient Jobs jobs;
    private final transient Pages pages;
    private final transient Clock clock;

    public ScheduledJobsServlet(Jobs jobs, Pages pages, Clock clock) {
        this.jobs = jobs;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SubmittedForm form = new SubmittedForm(request);
        Optional<JobView> chosen = find(form.text("history"));
        if (chosen.isPresent()) {
            pages.render(request, response, "Dev.Services.jobHistory", Map.of("job", chosen.get()));
            return;
        }
        List<JobView> all =
                jobs.all().stream().map(job -> JobView.of(job, clock.getZone())).toList();
        pages.render(
                request,
                response,
                "Dev.Services.jobs",
                Map.of("jobs", all, "zone", clock.getZone().getId(), "started", form.text("started")));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SubmittedForm form = new SubmittedForm(request);
        Optional<JobView> job = find(form.text("id"));
        if (job.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        JobId id = JobId.of(job.get().id());
        String outcome = "";
        switch (form.text("action")) {
            case "run" -> {
                jobs.runNow(id);
                outcome = "?started=" + URLEncoder.encode(job.get().name(), StandardCharsets.UTF_8);
            }
            case "enable" -> jobs.setEnabled(id, true);
            case "disable" -> jobs.setEnabled(id, false);
            default -> {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
        }
        response.sendRedirect(request.getContextPath() + PATH + outcome);
    }

    private Optional<JobView> find(String id) {
        return jobs.all().stream()
                .filter(job -> job.job().id().toString().equals(id))
                .findFirst()
                .map(job -> JobView.of(job, clock.getZone()));
    }
}
