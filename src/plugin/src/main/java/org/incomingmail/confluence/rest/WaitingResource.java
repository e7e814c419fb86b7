package org.incomingmail.confluence.rest;

import com.atlassian.annotations.security.SystemAdminOnly;
import java.util.Map;
import java.util.Optional;
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
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.MessageActions;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.confluence.settings.Waiting;
import org.incomingmail.engine.delivery.WaitingRoom.Decided;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;

/** Messages that wait for a decision. */
@Named
@Path("waiting")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class WaitingResource {
    private final Gate gate;
    private final Waiting waiting;
    private final Journal journal;
    private final MessageActions actions;
    private final SystemAdministrators administrators;
    private final MessageJson messages;
    private final CodeTexts texts;

    @Inject
    public WaitingResource(
            Gate gate,
            Waiting waiting,
            Journal journal,
            MessageActions actions,
            SystemAdministrators administrators,
            MessageJson messages,
            CodeTexts texts) {
        this.gate = gate;
        this.journal = journal;
        this.actions = actions;
        this.administrators = administrators;
        this.waiting = waiting;
        this.messages = messages;
        this.texts = texts;
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        gate.reading(request);
        return Response.ok(
                        Map.of("messages", waiting.all().stream().map(this::one).toList()))
                .build();
    }

    @POST
    @Path("{id: \\d+}/release")
    public Response release(@Context HttpServletRequest request, @PathParam("id") String id) throws Exception {
        gate.changing(request);
        return answer(id, actions.release(entry(id), administrators.name(request)));
    }

    @POST
    @Path("{id: \\d+}/discard")
    public Response discard(@Context HttpServletRequest request, @PathParam("id") String id) throws Exception {
        gate.changing(request);
        return answer(id, actions.discard(entry(id), administrators.name(request)));
    }

    private Map<String, Object> one(Waiting.Entry entry) {
        Map<String, Object> json = new java.util.LinkedHashMap<>(messages.write(entry.message()));
        json.put("waitingSince", entry.mail().since().toString());
        json.put("confirmationSent", entry.mail().tokenHash() != null);
        if (entry.mail().expires() != null) {
            json.put("expires", entry.mail().expires().toString());
        }
        return json;
    }

    private Response answer(String id, Decided decided) {
        if (decided instanceof Decided.Gone) {
            throw gate.refusal(RestCode.NOT_WAITING, "", id);
        }
        if (decided instanceof Decided.Busy) {
            throw gate.refusal(RestCode.BUSY, "");
        }
        if (decided instanceof Decided.Lost) {
            throw gate.refusal(RestCode.RAW_NOT_KEPT, "", id);
        }
        Decided.Done done = (Decided.Done) decided;
        Optional<String> code = done.code().map(Code::id);
        return Response.ok(Json.object()
                        .with("id", number(id))
                        .with("state", done.state().name())
                        .with("code", code)
                        .with("reason", code.map(found -> texts.message(found, done.arguments())))
                        .map())
                .build();
    }

    /** One that waits: what was given up is discarded as a message. */
    private JournalEntry entry(String id) {
        return journal.entry(number(id))
                .filter(found -> found.state() == JournalEntry.State.WAITING)
                .orElseThrow(() -> gate.refusal(RestCode.NOT_WAITING, "", id));
    }

    private long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw gate.refusal(RestCode.NOT_WAITING, "", id);
        }
    }
}
