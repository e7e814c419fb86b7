package org.incomingmail.dev.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;
import javax.servlet.RequestDispatcher;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for requests that failed: a decorated page, JSON below /rest; the reason goes to the log only. */
final class ErrorPages extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final transient InstanceTemplates templates;
    private final transient Texts texts;
    private final transient SecureRandom random = new SecureRandom();

    ErrorPages(InstanceTemplates templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String reference = "";
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            reference = Long.toHexString(random.nextLong());
            LOG.error(
                    "[{}] {} {} failed: {}",
                    reference,
                    request.getMethod(),
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                    failure.toString(),
                    failure);
        }
        response.setStatus(status);
        String kind = status == 403 || status == 404 || status == 500 ? String.valueOf(status) : "other";
        String message = texts.getText("host.error." + kind + ".message", status);
        String uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (uri.startsWith(request.getContextPath() + "/rest/")) {
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write("{\"statusCode\":" + status + ",\"message\":\"" + message + "\"}");
            return;
        }
        String heading = texts.getText("host.error." + kind + ".heading");
        templates.render(
                request,
                response,
                "Host.Frame.error",
                Map.of("status", status, "heading", heading, "message", message, "reference", reference));
    }
}
