package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.io.IOException;
import java.io.InputStream;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.confluence.settings.Trial;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.jspecify.annotations.Nullable;

/** What a mail server would make of a raw message, as docs/explain.md describes it. Nothing is done. */
@Named
@Path("dry-run")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class DryRunResource {
    private final Gate gate;
    private final ServerSettings settings;
    private final Trial trial;

    @Inject
    public DryRunResource(Gate gate, ServerSettings settings, Trial trial) {
        this.gate = gate;
        this.settings = settings;
        this.trial = trial;
    }

    @POST
    @Consumes({"message/rfc822", MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN})
    public Response explain(
            @Context HttpServletRequest request, @QueryParam("server") @Nullable String id, InputStream message)
            throws IOException {
        gate.changing(request);
        return Response.ok(
                        trial.explain(server(id), "-", message).json(),
                        MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** The named one, or the only one. */
    private MailServer server(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            if (settings.all().size() == 1) {
                return settings.all().get(0);
            }
            throw gate.refusal(RestCode.QUERY, "server", "server");
        }
        if (!id.matches("\\d{1,18}")) {
            throw gate.refusal(RestCode.NO_SUCH_SERVER, "server", id);
        }
        return settings.find(new MailServerId(Long.parseLong(id)))
                .orElseThrow(() -> gate.refusal(RestCode.NO_SUCH_SERVER, "server", id));
    }
}
