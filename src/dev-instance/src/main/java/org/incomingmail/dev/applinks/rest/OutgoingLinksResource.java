package org.incomingmail.dev.applinks.rest;

import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.incomingmail.dev.applinks.flow.RedirectUrl;
import org.incomingmail.dev.applinks.links.LinkCheck;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.OutgoingLinks;
import org.incomingmail.dev.applinks.tokens.Tokens;
import org.incomingmail.dev.house.HostServices;
import org.jspecify.annotations.Nullable;

/** /rest/applinks/1.0/outgoing: lists, creates, changes and removes outgoing links. For system administrators. */
@Path("/outgoing")
@Produces(MediaType.APPLICATION_JSON)
public final class OutgoingLinksResource {
    private final OutgoingLinks links;
    private final Tokens tokens;
    private final RedirectUrl redirectUrl;
    private final HostServices services;

    public OutgoingLinksResource(OutgoingLinks links, Tokens tokens, RedirectUrl redirectUrl, HostServices services) {
        this.links = links;
        this.tokens = tokens;
        this.redirectUrl = redirectUrl;
        this.services = services;
    }

    @GET
    public List<Map<String, @Nullable Object>> all(@Context HttpServletRequest request) {
        admit(request);
        return links.all().stream().map(this::json).toList();
    }

    @GET
    @Path("/{id}")
    public Map<String, @Nullable Object> one(@Context HttpServletRequest request, @PathParam("id") String id) {
        admit(request);
        return json(find(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context HttpServletRequest request, @Nullable JsonNode sent) {
        admit(request);
        return Response.status(Response.Status.CREATED)
                .entity(json(stored(sent, Optional.empty())))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, @Nullable Object> change(
            @Context HttpServletRequest request, @PathParam("id") String id, @Nullable JsonNode sent) {
        admit(request);
        return json(stored(sent, Optional.of(find(id))));
    }

    @DELETE
    @Path("/{id}")
    public void remove(@Context HttpServletRequest request, @PathParam("id") String id) {
        admit(request);
        links.remove(find(id).id());
    }

    private OutgoingLink stored(@Nullable JsonNode sent, Optional<OutgoingLink> before) {
        var input = OutgoingLinkJson.read(sent == null ? JsonNodeFactory.instance.objectNode() : sent, before);
        LinkCheck check = new LinkCheck(input, links.all(), before.orElse(null), redirectUrl.https());
        OutgoingLink link = check.link().orElseThrow(() -> refused(400, check.errors()));
        if (!redirectUrl.isUsable()) {
            throw refused(400, Map.of("baseUrl", "OAuth 2.0 needs a base URL with HTTPS."));
        }
        links.save(link, input.clientSecret());
        return link;
    }

    private OutgoingLink find(String id) {
        return links.find(id).orElseThrow(() -> refused(404, Map.of("id", "There is no such link.")));
    }

    private Map<String, @Nullable Object> json(OutgoingLink link) {
        return OutgoingLinkJson.write(
                link, redirectUrl.get().toString(), tokens.ofLink(link.id()).size());
    }

    private void admit(HttpServletRequest request) {
        UserManager users = services.get(UserManager.class);
        UserProfile user = users.getRemoteUser(request);
        if (user == null) {
            throw refused(401, Map.of());
        }
        if (!users.isSystemAdmin(user.getUserKey())
                || !services.get(WebSudoManager.class).canExecuteRequest(request)) {
            throw refused(403, Map.of());
        }
    }

    private static WebApplicationException refused(int status, Map<String, String> errors) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("statusCode", status, "errors", errors))
                .build());
    }
}
