package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.incomingmail.confluence.settings.ConnectionTests;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Validated;
import org.jspecify.annotations.Nullable;

/** The configured mail servers. */
@Named
@Path("servers")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class ServersResource {
    private final Gate gate;
    private final ServerSettings settings;
    private final ConnectionTests tests;
    private final ServerJson servers;
    private final ReportJson reports;
    private final CheckedInput inputs;

    @Inject
    public ServersResource(
            Gate gate,
            ServerSettings settings,
            ConnectionTests tests,
            ServerJson servers,
            ReportJson reports,
            CheckedInput inputs) {
        this.gate = gate;
        this.settings = settings;
        this.tests = tests;
        this.servers = servers;
        this.reports = reports;
        this.inputs = inputs;
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        gate.reading(request);
        return ok(Map.of("servers", settings.all().stream().map(servers::write).toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @Context HttpServletRequest request,
            @QueryParam("draft") @Nullable String draft,
            @Nullable Map<String, Object> body) {
        gate.changing(request);
        MailServer saved = inputs.saved(body, Optional.empty(), inputs.draft(request, draft, Optional.empty()));
        return Response.status(201).entity(servers.write(saved)).build();
    }

    @GET
    @Path("{id: \\d+}")
    public Response read(@Context HttpServletRequest request, @PathParam("id") String id) {
        gate.reading(request);
        return ok(servers.write(server(id)));
    }

    @PUT
    @Path("{id: \\d+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @QueryParam("draft") @Nullable String draft,
            @Nullable Map<String, Object> body) {
        gate.changing(request);
        Optional<MailServer> stored = Optional.of(server(id));
        return ok(servers.write(inputs.saved(body, stored, inputs.draft(request, draft, stored))));
    }

    @DELETE
    @Path("{id: \\d+}")
    public Response remove(@Context HttpServletRequest request, @PathParam("id") String id) {
        gate.changing(request);
        settings.remove(server(id));
        return Response.noContent().build();
    }

    @PUT
    @Path("{id: \\d+}/enabled")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enable(
            @Context HttpServletRequest request, @PathParam("id") String id, @Nullable Map<String, Object> body) {
        gate.changing(request);
        MailServer server = server(id);
        Object enabled = body == null ? null : body.get("enabled");
        if (!(enabled instanceof Boolean)) {
            throw gate.refusal(RestCode.NO_OBJECT, "enabled");
        }
        settings.enable(server, (Boolean) enabled);
        return ok(servers.write(server(id)));
    }

    @POST
    @Path("{id: \\d+}/fetch")
    public Response fetch(@Context HttpServletRequest request, @PathParam("id") String id) {
        gate.changing(request);
        return settings.fetchNow(server(id))
                .map(report -> ok(reports.write(report)))
                .orElseThrow(() -> gate.refusal(RestCode.NO_SUCH_SERVER, "", id));
    }

    /** Tests a stored server as it is. */
    @POST
    @Path("{id: \\d+}/test")
    public Response test(
            @Context HttpServletRequest request, @PathParam("id") String id, @QueryParam("run") @Nullable String run) {
        gate.changing(request);
        return tested(new Validated.Valid(server(id), Optional.empty()), run);
    }

    /** Tests what was typed, saved or not; with the id of a stored server its password may be left out. */
    @POST
    @Path("test")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response testDraft(
            @Context HttpServletRequest request,
            @QueryParam("run") @Nullable String run,
            @QueryParam("draft") @Nullable String draft,
            @Nullable Map<String, Object> body) {
        gate.changing(request);
        Object id = body == null ? null : body.get("id");
        Optional<MailServer> stored = Optional.ofNullable(id).map(value -> server(value.toString()));
        return tested(inputs.checked(body, stored, inputs.draft(request, draft, stored)), run);
    }

    @DELETE
    @Path("test/{run}")
    public Response cancelTest(@Context HttpServletRequest request, @PathParam("run") String run) {
        gate.changing(request);
        tests.cancel(run);
        return Response.noContent().build();
    }

    private Response tested(Validated.Valid draft, @Nullable String run) {
        String name = run == null ? java.util.UUID.randomUUID().toString() : run;
        return tests.run(draft, name)
                .map(report -> ok(reports.write(report)))
                .orElseThrow(() -> gate.refusal(RestCode.BUSY, ""));
    }

    private MailServer server(String id) {
        try {
            return settings.find(new MailServerId(Long.parseLong(id)))
                    .orElseThrow(() -> gate.refusal(RestCode.NO_SUCH_SERVER, "", id));
        } catch (NumberFormatException e) {
            throw gate.refusal(RestCode.NO_SUCH_SERVER, "", id);
        }
    }

    private static Response ok(Map<String, Object> body) {
        return Response.ok(body).build();
    }
}
