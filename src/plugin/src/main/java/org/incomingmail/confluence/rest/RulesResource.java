package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.RulePreview;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.engine.policy.Policies;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.policy.PolicyError;
import org.incomingmail.engine.policy.PolicyReader;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.wiki.Wiki;
import org.jspecify.annotations.Nullable;

/** The rules of a mail server: trust, lists, limits, answers, attachments, routing. */
@Named
@Path("servers/{id: \\d+}/rules")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {
    private final Gate gate;
    private final ServerSettings servers;
    private final Policies policies;
    private final PolicyReader reader;
    private final RulePreview preview;
    private final CodeTexts texts;

    @Inject
    public RulesResource(
            Gate gate, ServerSettings servers, Policies policies, Wiki wiki, RulePreview preview, CodeTexts texts) {
        this.gate = gate;
        this.servers = servers;
        this.policies = policies;
        this.reader = new PolicyReader(wiki);
        this.preview = preview;
        this.texts = texts;
    }

    @GET
    public Response read(@Context HttpServletRequest request, @PathParam("id") String id) {
        gate.reading(request);
        return Response.ok(PolicyJson.write(policies.of(server(id).id()))).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(
            @Context HttpServletRequest request, @PathParam("id") String id, @Nullable Map<String, Object> body) {
        gate.changing(request);
        MailServer server = server(id);
        Policy policy = checked(body);
        policies.put(server.id(), policy);
        return Response.ok(PolicyJson.write(policy)).build();
    }

    /** What these rules would have made of the latest messages; changes nothing. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response preview(
            @Context HttpServletRequest request, @PathParam("id") String id, @Nullable Map<String, Object> body)
            throws IOException {
        gate.changing(request);
        List<RulePreview.Row> rows = preview.of(server(id), checked(body));
        return Response.ok(Map.of("messages", rows.stream().map(this::row).toList()))
                .build();
    }

    private Map<String, Object> row(RulePreview.Row row) {
        return Json.object()
                .with("id", row.entry().id())
                .with("received", row.entry().received())
                .with("sender", row.entry().sender())
                .with("subject", row.entry().subject())
                .with("kind", row.kind())
                .with("code", row.code())
                .with("reason", row.code().map(code -> texts.cause(code, row.arguments())))
                .with("rule", row.rule())
                .with("space", row.space())
                .with("title", row.title())
                .with("trust", row.trust().map(trust -> trust.level().name()))
                .with("evidence", row.trust().map(trust -> trust.evidence()))
                .map();
    }

    private Policy checked(@Nullable Map<String, Object> body) {
        if (body == null) {
            throw gate.refusal(RestCode.NO_OBJECT, "");
        }
        PolicyReader.Outcome outcome = reader.read(PolicyJson.read(body));
        if (outcome instanceof PolicyReader.Outcome.Wrong wrong) {
            throw gate.wrong(wrong.errors().stream().map(this::error).toList());
        }
        return ((PolicyReader.Outcome.Read) outcome).policy();
    }

    private Map<String, Object> error(PolicyError error) {
        return Json.object()
                .with("field", error.path())
                .with("code", error.code().id())
                .with("message", texts.message(error.code().id(), error.arguments()))
                .map();
    }

    private MailServer server(String id) {
        try {
            return servers.find(new MailServerId(Long.parseLong(id)))
                    .orElseThrow(() -> gate.refusal(RestCode.NO_SUCH_SERVER, "", id));
        } catch (NumberFormatException e) {
            throw gate.refusal(RestCode.NO_SUCH_SERVER, "", id);
        }
    }
}
