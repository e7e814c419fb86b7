package org.incomingmail.dev.content.rest;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.spaces.Space;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.incomingmail.dev.content.wiki.Wiki;
import org.jspecify.annotations.Nullable;

/** /rest/api/content. */
@Path("/content")
@Produces(MediaType.APPLICATION_JSON)
public final class ContentResource {

    private static final String WHEN_WRITTEN = "body.storage,version,space,history,container,ancestors,extensions";
    private final Asked asked;
    private final Supplier<Json> json;

    ContentResource(Wiki wiki, Supplier<Json> json) {
        this.asked = new Asked(wiki);
        this.json = json;
    }

    @GET
    public Map<String, Object> find(
            @QueryParam("type") @DefaultValue("page") String type,
            @QueryParam("spaceKey") @Nullable String spaceKey,
            @QueryParam("title") @Nullable String title,
            @QueryParam("expand") @Nullable String expand,
            @QueryParam("start") @DefaultValue("0") int start,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        boolean posts = type.equals("blogpost");
        if (!posts && !type.equals("page")) {
            throw Refused.badRequest("Only content of type page or blogpost can be listed, not " + type);
        }
        List<? extends ContentEntityObject> found = posts ? posts(spaceKey, title) : pages(spaceKey, title);
        Json now = json.get();
        String self = "/rest/api/content?type=" + type + (spaceKey == null ? "" : "&spaceKey=" + spaceKey);
        return new Listing(self, start, limit).of(found, page -> now.content(page, Expand.of(expand)), now.base());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> create(@Nullable JsonNode draft, @QueryParam("expand") @Nullable String expand) {
        ContentEntityObject created = new Writing(asked).create(Draft.of(draft));
        return shown(created.getId(), expand == null ? WHEN_WRITTEN : expand);
    }

    @GET
    @Path("/{id}")
    public Map<String, Object> one(@PathParam("id") String id, @QueryParam("expand") @Nullable String expand) {
        String parts = expand == null ? "space,history,version" : expand;
        return json.get().content(asked.content(id), Expand.of(parts));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> update(
            @PathParam("id") String id, @Nullable JsonNode draft, @QueryParam("expand") @Nullable String expand) {
        ContentEntityObject content = asked.content(id);
        new Writing(asked).update(content, Draft.of(draft));
        return shown(content.getId(), expand == null ? WHEN_WRITTEN : expand);
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        new Writing(asked).delete(asked.content(id));
    }

    @GET
    @Path("/{id}/child/{type}")
    public Map<String, Object> children(
            @PathParam("id") String id,
            @PathParam("type") String type,
            @QueryParam("depth") @DefaultValue("") String depth,
            @QueryParam("filename") @Nullable String fileName,
            @QueryParam("expand") @Nullable String expand,
            @QueryParam("start") @DefaultValue("0") int start,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        List<? extends ContentEntityObject> children = new Children(asked.wiki())
                .of(asked.content(id), type, depth.equals("all")).stream()
                        .filter(child -> fileName == null || child.getTitle().equals(fileName))
                        .toList();
        Json now = json.get();
        return new Listing("/rest/api/content/" + id + "/child/" + type, start, limit)
                .of(children, child -> now.content(child, Expand.of(expand)), now.base());
    }

    private Map<String, Object> shown(long id, String expand) {
        return json.get().content(asked.content(Long.toString(id)), Expand.of(expand));
    }

    private Stream<Space> spaces(@Nullable String spaceKey) {
        List<Space> spaces = spaceKey == null || spaceKey.isEmpty()
                ? asked.wiki().spaces().getAllSpaces()
                : List.of(asked.space(spaceKey));
        return spaces.stream()
                .filter(space -> asked.wiki().permissions().hasPermission(asked.user(), Permission.VIEW, space));
    }

    private List<AbstractPage> posts(@Nullable String spaceKey, @Nullable String title) {
        return spaces(spaceKey)
                .flatMap(space -> asked.wiki().pages().posts(space).stream())
                .filter(row -> title == null || title.isEmpty() || row.title().equals(title))
                .map(row -> asked.wiki().pages().getAbstractPage(row.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Page> pages(@Nullable String spaceKey, @Nullable String title) {
        return spaces(spaceKey)
                .flatMap(space -> title == null || title.isEmpty()
                        ? asked.wiki().pages().rows(space).stream()
                                .map(row -> asked.wiki().pages().getPage(row.id()))
                        : Stream.ofNullable(asked.wiki().pages().getPage(space.getKey(), title)))
                .filter(Objects::nonNull)
                .toList();
    }
}
