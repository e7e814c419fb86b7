package org.incomingmail.dev.content.rest;

import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.incomingmail.dev.content.store.Grant;
import org.incomingmail.dev.content.store.Grant.Right;
import org.incomingmail.dev.content.wiki.Wiki;
import org.jspecify.annotations.Nullable;

/** /rest/api/space. */
@Path("/space")
@Produces(MediaType.APPLICATION_JSON)
public final class SpaceResource {

    private final Asked asked;
    private final Supplier<Json> json;

    SpaceResource(Wiki wiki, Supplier<Json> json) {
        this.asked = new Asked(wiki);
        this.json = json;
    }

    @GET
    public Map<String, Object> all(
            @QueryParam("spaceKey") Set<String> keys,
            @QueryParam("expand") @Nullable String expand,
            @QueryParam("start") @DefaultValue("0") int start,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        List<Space> spaces = asked.wiki().spaces().getAllSpaces().stream()
                .filter(space -> keys.isEmpty() || keys.contains(space.getKey()))
                .filter(space -> asked.wiki().permissions().hasPermission(asked.user(), Permission.VIEW, space))
                .toList();
        Json now = json.get();
        return new Listing("/rest/api/space", start, limit)
                .of(spaces, space -> now.space(space, Expand.of(expand)), now.base());
    }

    @GET
    @Path("/{key}")
    public Map<String, Object> one(@PathParam("key") String key, @QueryParam("expand") @Nullable String expand) {
        return json.get().space(asked.space(key), Expand.of(expand));
    }

    /** A new space belongs to whoever creates it; all users may read and write there. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> create(@Nullable JsonNode sent) {
        JsonNode draft = Draft.of(sent).json();
        ConfluenceUser user = asked.user();
        if (user == null || !asked.wiki().permissions().hasCreatePermission(user, null, Space.class)) {
            throw Refused.forbidden("Could not create space");
        }
        String name = draft.path("name").asText("");
        List<Grant> grants = new ArrayList<>();
        for (Right right : Right.values()) {
            grants.add(Grant.toUser(right, user.getKey().getStringValue()));
            if (right != Right.ADMINISTER) {
                grants.add(Grant.toGroup(right, "confluence-users"));
            }
        }
        Space space = asked.stored(() ->
                asked.wiki().spaces().create(draft.path("key").asText(""), name, user, grants, name + " Home", ""));
        return json.get().space(space, Expand.of(""));
    }
}
