package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;
import org.incomingmail.confluence.settings.BulkActions;
import org.incomingmail.confluence.settings.LogExport;
import org.incomingmail.confluence.settings.LogFilter;
import org.incomingmail.confluence.settings.MessageActions;
import org.incomingmail.confluence.settings.MessageParts;
import org.incomingmail.confluence.settings.Placements;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.delivery.WaitingRoom.Decided;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.journal.JournalQuery;
import org.incomingmail.engine.message.IncomingAttachment;
import org.incomingmail.engine.routing.Placement;
import org.jspecify.annotations.Nullable;

/** The incoming mail log. */
@Named
@Path("messages")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {
    private static final int USUAL_LIMIT = 50;

    private final Gate gate;
    private final Journal journal;
    private final MessageJson messages;
    private final MessageActions actions;
    private final BulkActions bulk;
    private final Placements placements;
    private final MessageParts parts;
    private final SystemAdministrators administrators;

    @Inject
    public MessagesResource(
            Gate gate,
            Journal journal,
            MessageJson messages,
            MessageActions actions,
            BulkActions bulk,
            Placements placements,
            MessageParts parts,
            SystemAdministrators administrators) {
        this.bulk = bulk;
        this.placements = placements;
        this.parts = parts;
        this.actions = actions;
        this.administrators = administrators;
        this.gate = gate;
        this.journal = journal;
        this.messages = messages;
    }

    @GET
    public Response find(@Context HttpServletRequest request, @Context UriInfo uri) {
        gate.reading(request);
        JournalQuery query = query(uri);
        Journal.Page page = journal.find(query);
        return Response.ok(Map.of(
                        "messages",
                        page.entries().stream().map(messages::write).toList(),
                        "start",
                        query.offset(),
                        "limit",
                        query.limit(),
                        "total",
                        page.total()))
                .build();
    }

    @GET
    @Path("{id: \\d+}")
    public Response read(@Context HttpServletRequest request, @PathParam("id") String id) {
        gate.reading(request);
        return Response.ok(messages.whole(entry(id))).build();
    }

    /** All that match, as a spreadsheet reads it; written while it is read. */
    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(@Context HttpServletRequest request, @Context UriInfo uri) {
        gate.reading(request);
        JournalQuery query = query(uri);
        StreamingOutput lines = out -> new LogExport(journal).write(query, out);
        return Response.ok(lines, "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"incoming-mail-log.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @POST
    @Path("{id: \\d+}/retry")
    public Response retry(@Context HttpServletRequest request, @PathParam("id") String id) throws Exception {
        gate.changing(request);
        return decided(id, RestCode.NOT_RETRYABLE, actions.retry(entry(id), administrators.name(request)));
    }

    /** In a space, or in the name of an author, that the administrator chooses, who vouches for it. */
    @POST
    @Path("{id: \\d+}/place")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(
            @Context HttpServletRequest request, @PathParam("id") String id, @Nullable Map<String, Object> body)
            throws Exception {
        gate.changing(request);
        JournalEntry entry = entry(id);
        try {
            Placement placement = placements.read(text(body, "space"), text(body, "author"));
            return decided(id, RestCode.NOT_RETRYABLE, actions.place(entry, placement, administrators.name(request)));
        } catch (Placements.Wrong wrong) {
            throw gate.refusal(RestCode.PLACE, wrong.what().name().toLowerCase(java.util.Locale.ROOT), wrong.typed());
        }
    }

    @POST
    @Path("{id: \\d+}/discard")
    public Response discard(@Context HttpServletRequest request, @PathParam("id") String id) throws Exception {
        gate.changing(request);
        JournalEntry entry = entry(id);
        if (!MessageActions.discardable(entry)) {
            throw gate.refusal(RestCode.NOT_DISCARDABLE, "", id);
        }
        return decided(id, RestCode.NOT_DISCARDABLE, actions.discard(entry, administrators.name(request)));
    }

    private Response decided(String id, RestCode gone, Decided decided) {
        if (decided instanceof Decided.Busy) {
            throw gate.refusal(RestCode.BUSY, "");
        }
        if (decided instanceof Decided.Lost) {
            throw gate.refusal(RestCode.RAW_NOT_KEPT, "", id);
        }
        if (decided instanceof Decided.Gone) {
            throw gate.refusal(gone, "", id);
        }
        return Response.ok(messages.whole(entry(id))).build();
    }

    /** The same done to many, each for itself. */
    @POST
    @Path("bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response bulk(@Context HttpServletRequest request, @Nullable Map<String, Object> body) {
        gate.changing(request);
        BulkActions.Action action = BulkActions.Action.named(text(body, "action"))
                .orElseThrow(() -> gate.refusal(RestCode.QUERY, "action", "action"));
        List<Long> ids = body != null && body.get("ids") instanceof List<?> list
                ? list.stream()
                        .filter(Number.class::isInstance)
                        .map(id -> ((Number) id).longValue())
                        .toList()
                : List.of();
        if (ids.isEmpty() || ids.size() > BulkActions.MOST) {
            throw gate.refusal(RestCode.QUERY, "ids", "ids");
        }
        return Response.ok(Map.of(
                        "results",
                        bulk.run(action, ids, administrators.name(request)).stream()
                                .map(result -> Map.of(
                                        "id",
                                        result.id(),
                                        "outcome",
                                        result.outcome().name()))
                                .toList()))
                .build();
    }

    private static String text(@Nullable Map<String, Object> body, String name) {
        return body != null && body.get(name) instanceof String text ? text : "";
    }

    @POST
    @Path("{id: \\d+}/block-sender")
    public Response blockSender(@Context HttpServletRequest request, @PathParam("id") String id) {
        gate.changing(request);
        actions.block(entry(id), administrators.name(request));
        return Response.noContent().build();
    }

    /** A file of the message, decoded; always a download, under a name and type that say nothing. */
    @GET
    @Path("{id: \\d+}/attachments/{position: \\d+}")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    public Response attachment(
            @Context HttpServletRequest request, @PathParam("id") String id, @PathParam("position") int position)
            throws IOException {
        gate.reading(request);
        JournalEntry entry = entry(id);
        IncomingAttachment attachment =
                parts.attachment(entry.id(), position).orElseThrow(() -> gate.refusal(RestCode.RAW_NOT_KEPT, "", id));
        return download(
                attachment.open(),
                MediaType.APPLICATION_OCTET_STREAM,
                "message-" + entry.id() + "-" + position + ".bin",
                attachment.name());
    }

    /** Always a download: a mail must never be shown by the browser as part of this site. */
    @GET
    @Path("{id: \\d+}/raw")
    @Produces({"message/rfc822", MediaType.APPLICATION_JSON})
    public Response raw(@Context HttpServletRequest request, @PathParam("id") String id) throws IOException {
        gate.reading(request);
        JournalEntry entry = entry(id);
        InputStream mail = journal.raw(entry.id()).orElseThrow(() -> gate.refusal(RestCode.RAW_NOT_KEPT, "", id));
        String name = "message-" + entry.id() + ".eml";
        return download(mail, "message/rfc822", name, name);
    }

    /** @param name as sent: encoded, so that it can't end the header (RFC 5987) */
    private static Response download(InputStream bytes, String type, String plain, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return Response.ok(bytes, type)
                .header("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private JournalQuery query(UriInfo uri) {
        try {
            return new LogFilter(name -> uri.getQueryParameters().getOrDefault(name, List.of())).query(USUAL_LIMIT);
        } catch (LogFilter.BadParameterException e) {
            throw gate.refusal(RestCode.QUERY, e.parameter(), e.parameter());
        }
    }

    private JournalEntry entry(String id) {
        try {
            return journal.entry(Long.parseLong(id)).orElseThrow(() -> gate.refusal(RestCode.NO_SUCH_MESSAGE, "", id));
        } catch (NumberFormatException e) {
            throw gate.refusal(RestCode.NO_SUCH_MESSAGE, "", id);
        }
    }
}
