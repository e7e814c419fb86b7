package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.UnrestrictedAccess;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.incomingmail.confluence.metrics.Health;
import org.incomingmail.confluence.settings.Access;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.SystemAdministrators;

/** For load balancers and monitoring: one word for everybody, the details for system administrators. */
@Named
@Path("health")
@UnrestrictedAccess
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
    private final Health health;
    private final SystemAdministrators administrators;
    private final CodeTexts texts;

    @Inject
    public HealthResource(Health health, SystemAdministrators administrators, CodeTexts texts) {
        this.health = health;
        this.administrators = administrators;
        this.texts = texts;
    }

    @GET
    public Response read(@Context HttpServletRequest request) {
        if (administrators.access(request) != Access.GRANTED) {
            Health.Status status = health.status();
            return answer(status, Map.of("status", status.name()));
        }
        Health.Report report = health.report();
        return answer(
                report.status(),
                Json.object()
                        .with("status", report.status())
                        .with("servers", report.lines().stream().map(this::line).toList())
                        .map());
    }

    private static Response answer(Health.Status status, Map<String, Object> body) {
        return Response.status(status == Health.Status.FAILING ? 503 : 200)
                .entity(body)
                .header("Cache-Control", "no-store")
                .build();
    }

    private Map<String, Object> line(Health.Line line) {
        String code = line.state().lastCode();
        return Json.object()
                .with("id", line.server().id().value())
                .with("name", line.server().name())
                .with("enabled", line.server().enabled())
                .with("status", line.state().status())
                .with("lastCheck", line.state().lastCheck())
                .with("code", code)
                .with(
                        "message",
                        code == null ? null : texts.message(code, line.state().lastArguments()))
                .with("waiting", line.waiting())
                .with("quarantined", line.quarantined())
                .with("pushed", line.pushed())
                .map();
    }
}
