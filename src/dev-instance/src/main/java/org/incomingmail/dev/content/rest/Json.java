package org.incomingmail.dev.content.rest;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.BlogPost;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.incomingmail.dev.content.markup.StorageRenderer;
import org.incomingmail.dev.content.screens.Links;
import org.incomingmail.dev.content.store.ContentRow;
import org.incomingmail.dev.content.wiki.Spaces;
import org.incomingmail.dev.content.wiki.Wiki;
import org.jspecify.annotations.Nullable;

/** Content in JSON; what was not asked for is listed in _expandable. */
final class Json {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);
    private final Wiki wiki;
    private final String base;
    private final String context;

    /** Base URL with context path. */
    Json(Wiki wiki, String base, String context) {
        this.wiki = wiki;
        this.base = base;
        this.context = context;
    }

    Map<String, Object> base() {
        return Map.of("base", base, "context", context);
    }

    Map<String, Object> space(Space space, Expand expand) {
        Parts json = new Parts(expand);
        json.put("id", space.getId());
        json.put("key", space.getKey());
        json.put("name", space.getName());
        json.put("type", "global");
        json.links(links("/rest/api/space/" + space.getKey(), "/display/" + space.getKey()));
        Page home = space.getHomePage();
        if (home != null) {
            json.part("homepage", "/rest/api/content/" + home.getId(), inner -> content(home, inner));
        }
        return json.build();
    }

    Map<String, Object> content(ContentEntityObject content, Expand expand) {
        Parts json = new Parts(expand);
        String self = "/rest/api/content/" + content.getId();
        json.put("id", Long.toString(content.getId()));
        json.put("type", type(content));
        json.put("status", content.isDeleted() ? "trashed" : "current");
        json.put("title", title(content));
        if (content instanceof Attachment) {
            attachment((Attachment) content, json);
        }
        Space space = Spaces.of(content);
        if (space != null) {
            json.part("space", "/rest/api/space/" + space.getKey(), inner -> space(space, inner));
        }
        json.part("history", self + "/history", inner -> history(content));
        json.part("version", "", inner -> version(content));
        json.part("body", "", inner -> body(content, inner));
        if (content instanceof Page) {
            json.part("ancestors", "", inner -> ancestors((Page) content));
        } else {
            ContentEntityObject container = container(content);
            if (container != null) {
                json.part("container", "/rest/api/content/" + container.getId(), inner -> content(container, inner));
            }
        }
        if (content instanceof Comment) {
            json.part("ancestors", "", inner -> answered((Comment) content));
            json.part("extensions", "", inner -> Map.of("location", "footer"));
        }
        if (content instanceof AbstractPage) {
            json.part("metadata", "", inner -> labels(content));
        }
        json.part("children", self + "/child", inner -> children(content, inner));
        json.links(links(self, content.getUrlPath()));
        if (content instanceof Attachment) {
            json.link("download", content.getUrlPath());
        }
        return json.build();
    }

    private Map<String, Object> labels(ContentEntityObject content) {
        List<Map<String, Object>> labels = wiki.labels().of(content).stream()
                .<Map<String, Object>>map(name -> Map.of("prefix", "global", "name", name))
                .toList();
        return Map.of("labels", Map.of("results", labels, "size", labels.size()));
    }

    static String type(ContentEntityObject content) {
        return content instanceof Page
                ? "page"
                : content instanceof BlogPost ? "blogpost" : content instanceof Comment ? "comment" : "attachment";
    }

    Map<String, Object> user(@Nullable ConfluenceUser user) {
        if (user == null) {
            return Map.of("type", "anonymous", "displayName", "Anonymous");
        }
        return Map.of(
                "type", "known",
                "username", user.getName(),
                "userKey", user.getKey().getStringValue(),
                "displayName", user.getFullName());
    }

    private static String title(ContentEntityObject content) {
        ContentEntityObject page = container(content);
        return content instanceof Comment && page != null ? "Re: " + page.getTitle() : content.getTitle();
    }

    private static void attachment(Attachment attachment, Parts json) {
        json.put("metadata", Map.of("mediaType", attachment.getMediaType(), "comment", attachment.getBodyAsString()));
        json.put(
                "extensions",
                Map.of(
                        "mediaType", attachment.getMediaType(),
                        "fileSize", attachment.getFileSize(),
                        "comment", attachment.getBodyAsString()));
    }

    private Map<String, Object> history(ContentEntityObject content) {
        return Map.of(
                "latest", true,
                "createdBy", user(content.getCreator()),
                "createdDate", time(content.getCreationDate()));
    }

    private Map<String, Object> version(ContentEntityObject content) {
        String modifier =
                wiki.table().byId(content.getId()).map(ContentRow::modifier).orElse(null);
        return Map.of(
                "by", user(wiki.people().byKey(modifier)),
                "when", time(content.getLastModificationDate()),
                "number", content.getVersion(),
                "minorEdit", false);
    }

    private Map<String, Object> body(ContentEntityObject content, Expand expand) {
        Parts json = new Parts(expand);
        json.part("storage", "", inner -> value(content.getBodyAsString(), "storage"));
        for (String format : List.of("view", "export_view")) {
            Links links = new Links(wiki, wiki.people().current(), format.equals("view") ? context : base, content);
            json.part(format, "", inner -> value(StorageRenderer.render(content.getBodyAsString(), links), format));
        }
        return json.build();
    }

    private static Map<String, Object> value(String value, String representation) {
        return Map.of("value", value, "representation", representation);
    }

    private List<Map<String, Object>> ancestors(Page page) {
        List<Map<String, Object>> ancestors = new ArrayList<>();
        for (Page above = page.getParent(); above != null; above = above.getParent()) {
            ancestors.add(0, content(above, Expand.of("")));
        }
        return ancestors;
    }

    private List<Map<String, Object>> answered(Comment comment) {
        List<Map<String, Object>> answered = new ArrayList<>();
        for (Comment above = comment.getParent(); above != null; above = above.getParent()) {
            answered.add(0, content(above, Expand.of("")));
        }
        return answered;
    }

    private Map<String, Object> children(ContentEntityObject content, Expand expand) {
        Parts json = new Parts(expand);
        for (String type : List.of("page", "comment", "attachment")) {
            String path = "/rest/api/content/" + content.getId() + "/child/" + type;
            json.part(type, path, inner -> new Listing(path, 0, 25)
                    .of(new Children(wiki).of(content, type, false), child -> content(child, inner), base()));
        }
        return json.build();
    }

    private Map<String, Object> links(String self, String webui) {
        Map<String, Object> links = new LinkedHashMap<>(base());
        links.put("self", base + self);
        links.put("webui", webui);
        return links;
    }

    private static @Nullable ContentEntityObject container(ContentEntityObject content) {
        return content instanceof Comment
                ? ((Comment) content).getContainer()
                : content instanceof Attachment ? ((Attachment) content).getContainer() : null;
    }

    private static String time(Date date) {
        return TIME.format(date.toInstant());
    }
}
