package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
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
import org.incomingmail.confluence.settings.LogExport;
import org.incomingmail.confluence.settings.LogFilter;
import org.incomingmail.confluence.settings.MessageActions;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.delivery.WaitingRoom.Decided;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.journal.JournalQuery;

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
    private final SystemAdministrators administrators;

    @Inject
    public MessagesResource(
            Gate gate,
            Journal journal,
            MessageJson messages,
            MessageActions actions,
            SystemAdministrators administrators) {
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
        return Response.ok(messages.write(entry(id))).build();
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
        JournalEntry entry = entry(id);
        Decided decided = actions.retry(entry, administrators.user(request));
        if (decided instanceof Decided.Busy) {
            throw gate.refusal(RestCode.BUSY, "");
        }
        if (decided instanceof Decided.Lost) {
            throw gate.refusal(RestCode.RAW_NOT_KEPT, "", id);
        }
        if (decided instanceof Decided.Gone) {
            throw gate.refusal(RestCode.NOT_RETRYABLE, "", id);
        }
        return Response.ok(messages.write(entry(id))).build();
    }

    @POST
    @Path("{id: \\d+}/block-sender")
    public Response blockSender(@Context HttpServletRequest request, @PathParam("id") String id) {
        gate.changing(request);
        actions.block(entry(id), administrators.user(request));
        return Response.noContent().build();
    }

    /** Always a download: a mail must never be shown by the browser as part of this site. */
    @GET
    @Path("{id: \\d+}/raw")
    @Produces({"message/rfc822", MediaType.APPLICATION_JSON})
    public Response raw(@Context HttpServletRequest request, @PathParam("id") String id) throws IOException {
        gate.reading(request);
        JournalEntry entry = entry(id);
        InputStream mail = journal.raw(entry.id()).orElseThrow(() -> gate.refusal(RestCode.RAW_NOT_KEPT, "", id));
        return Response.ok(mail, "message/rfc822")
                .header("Content-Disposition", "attachment; filename=\"message-" + entry.id() + ".eml\"")
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
