package org.incomingmail.dev.services.admin;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.SubmittedForm;
import org.incomingmail.dev.services.logging.Loggers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Admin console > Logging and Profiling: levels of loggers, until the next restart. */
public final class LoggingServlet extends HttpServlet {
    public static final String PATH = "/admin/viewlog4j.action";
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LoggingServlet.class);

    private final transient Pages pages;
    private final String logFile;

    public LoggingServlet(Pages pages, String logFile) {
        this.pages = pages;
        this.logFile = logFile;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, new SubmittedForm(request));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SubmittedForm form = new SubmittedForm(request);
        String name = form.text("loggerName");
        String level = form.text("level");
        if (!Loggers.set(name, level)) {
            form.reject("loggerName", "Enter the name of a class or package, such as com.example.app, and a level.");
            show(request, response, form);
            return;
        }
        LOG.info("{} is logged at {} from now on, says {}", name, level, request.getRemoteUser());
        response.sendRedirect(request.getContextPath() + PATH + "?changed=" + name);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, SubmittedForm form) throws IOException {
        pages.render(
                request,
                response,
                "Dev.Services.logging",
                Map.of(
                        "loggers", Loggers.configured(),
                        "levels", Loggers.LEVELS,
                        "logFile", logFile,
                        "loggerName", form.text("loggerName"),
                        "changed", form.text("changed"),
                        "errors", form.errors()));
    }
}
