package org.incomingmail.dev.content.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.glassfish.jersey.media.multipart.BodyPart;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;
import org.incomingmail.dev.content.wiki.Wiki;
import org.jspecify.annotations.Nullable;

/** Lists and takes /rest/api/content/{id}/child/attachment; uploads are parts called "file". */
@Path("/content/{id}/child/attachment")
@Produces(MediaType.APPLICATION_JSON)
public final class AttachmentResource {

    private final Asked asked;
    private final Supplier<Json> json;
    private final ContentResource contents;

    AttachmentResource(Wiki wiki, Supplier<Json> json, ContentResource contents) {
        this.asked = new Asked(wiki);
        this.json = json;
        this.contents = contents;
    }

    /** Here because the address is this class's: ContentResource would never be asked. */
    @GET
    public Map<String, Object> list(
            @PathParam("id") String id,
            @QueryParam("filename") @Nullable String fileName,
            @QueryParam("expand") @Nullable String expand,
            @QueryParam("start") @DefaultValue("0") int start,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return contents.children(id, "attachment", "", fileName, expand, start, limit);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Map<String, Object> add(
            @PathParam("id") String id,
            @HeaderParam("X-Atlassian-Token") @Nullable String token,
            FormDataMultiPart form) {
        List<Attachment> added = new ArrayList<>();
        ContentEntityObject container = writable(id, token);
        asked.stored(() -> {
            for (FormDataBodyPart file : files(form)) {
                added.add(store(container, file, file.getContentDisposition().getFileName(), null));
            }
            return true;
        });
        Json now = json.get();
        return new Listing("/rest/api/content/" + id + "/child/attachment", 0, Math.max(25, added.size()))
                .of(added, each -> now.content(asked.content(Long.toString(each.getId())), Expand.of("")), now.base());
    }

    /** The next version of a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Path("/{attachment}/data")
    public Map<String, Object> replace(
            @PathParam("id") String id,
            @PathParam("attachment") String attachmentId,
            @HeaderParam("X-Atlassian-Token") @Nullable String token,
            FormDataMultiPart form) {
        ContentEntityObject container = writable(id, token);
        ContentEntityObject previous = asked.content(attachmentId);
        if (!(previous instanceof Attachment)) {
            throw Refused.notFound("No attachment found with id: " + attachmentId);
        }
        asked.stored(() -> store(container, files(form).get(0), previous.getTitle(), (Attachment) previous));
        return json.get().content(asked.content(attachmentId), Expand.of("version"));
    }

    private ContentEntityObject writable(String id, @Nullable String token) {
        if (!"no-check".equals(token) && !"nocheck".equals(token)) {
            throw Refused.forbidden("XSRF check failed");
        }
        ContentEntityObject container = asked.content(id);
        asked.demandCreate(container, Attachment.class, "attachment");
        return container;
    }

    private static List<FormDataBodyPart> files(FormDataMultiPart form) {
        List<FormDataBodyPart> files = new ArrayList<>();
        for (BodyPart part : form.getBodyParts()) {
            if (part instanceof FormDataBodyPart && "file".equals(((FormDataBodyPart) part).getName())) {
                files.add((FormDataBodyPart) part);
            }
        }
        if (files.isEmpty()) {
            throw Refused.badRequest("At least one attachment file part is required");
        }
        return files;
    }

    private Attachment store(
            ContentEntityObject container,
            FormDataBodyPart file,
            @Nullable String name,
            @Nullable Attachment previous) {
        if (name == null) {
            throw Refused.badRequest("The file has no name");
        }
        Attachment attachment = new Attachment(utf8(name), file.getMediaType().toString(), 0, "");
        attachment.setContainer(container);
        try (InputStream data = file.getEntityAs(InputStream.class)) {
            asked.wiki().attachments().saveAttachment(attachment, previous, data);
            return attachment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 7578 5.1: browsers send names as UTF-8; the parser has read the header byte by byte. */
    private static String utf8(String name) {
        return name.chars().allMatch(c -> c <= 0xFF) ? new String(name.getBytes(ISO_8859_1), UTF_8) : name;
    }
}
