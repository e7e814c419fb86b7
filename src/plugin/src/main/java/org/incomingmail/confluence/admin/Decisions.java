package org.incomingmail.confluence.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import org.incomingmail.confluence.settings.BulkActions;
import org.incomingmail.confluence.settings.BulkActions.Outcome;
import org.incomingmail.confluence.settings.MessageActions;
import org.incomingmail.confluence.settings.Placements;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.delivery.WaitingRoom.Decided;
import org.incomingmail.engine.journal.JournalEntry;

/** Carries out what an administrator chose on a screen, and says how it went. */
@Named
public class Decisions {
    private final Screens screens;
    private final MessageActions actions;
    private final BulkActions bulk;
    private final Placements placements;
    private final SystemAdministrators administrators;

    @Inject
    public Decisions(
            Screens screens,
            MessageActions actions,
            BulkActions bulk,
            Placements placements,
            SystemAdministrators administrators) {
        this.screens = screens;
        this.actions = actions;
        this.bulk = bulk;
        this.placements = placements;
        this.administrators = administrators;
    }

    /** The notice about one message. */
    Map<String, Object> one(String action, JournalEntry entry, HttpServletRequest request) throws ServletException {
        String administrator = administrators.name(request);
        try {
            return switch (action) {
                case "block" -> {
                    actions.block(entry, administrator);
                    yield notice("success", screens.text("message.blocked"));
                }
                case "retry" -> tried(actions.retry(entry, administrator));
                case "release" -> decided(actions.release(entry, administrator));
                case "discard" -> decided(actions.discard(entry, administrator));
                default -> placed(entry, request, administrator);
            };
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Map<String, Object> placed(JournalEntry entry, HttpServletRequest request, String administrator)
            throws Exception {
        try {
            String space = Objects.requireNonNullElse(request.getParameter("space"), "");
            String author = Objects.requireNonNullElse(request.getParameter("author"), "");
            return decided(actions.place(entry, placements.read(space, author), administrator));
        } catch (Placements.Wrong wrong) {
            return notice("error", screens.text("message.place.wrong." + wrong.what(), wrong.typed()));
        }
    }

    private Map<String, Object> tried(Decided decided) {
        if (decided instanceof Decided.Done done) {
            return done.code().isEmpty()
                    ? notice("success", screens.text("message.published"))
                    : notice("warning", screens.text("message.same"));
        }
        return notice("warning", screens.text(decided instanceof Decided.Busy ? "waiting.busy" : "message.gone"));
    }

    private Map<String, Object> decided(Decided decided) {
        if (decided instanceof Decided.Done done) {
            boolean discarded =
                    done.code().filter(code -> code.id().equals("IM-DISCARDED")).isPresent();
            return done.code().isEmpty()
                    ? notice("success", screens.text("waiting.published"))
                    : discarded
                            ? notice("success", screens.text("waiting.discarded"))
                            : notice("warning", screens.text("waiting.not-published"));
        }
        if (decided instanceof Decided.Busy) {
            return notice("warning", screens.text("waiting.busy"));
        }
        return decided instanceof Decided.Lost
                ? notice("error", screens.text("waiting.lost"))
                : notice("warning", screens.text("waiting.gone"));
    }

    /** The notice about all messages that were ticked. */
    Map<String, Object> many(HttpServletRequest request) {
        List<Long> ids = Arrays.stream(Objects.requireNonNullElse(request.getParameterValues("id"), new String[0]))
                .filter(id -> id.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .toList();
        if (ids.isEmpty()) {
            return notice("warning", screens.text("bulk.nothing"));
        }
        String name = Objects.requireNonNullElse(request.getParameter("action"), "");
        List<BulkActions.Result> results = BulkActions.Action.named(name)
                .map(action -> bulk.run(action, ids, administrators.name(request)))
                .orElse(List.of());
        boolean all = !results.isEmpty()
                && results.stream()
                        .allMatch(result ->
                                result.outcome() == Outcome.PUBLISHED || result.outcome() == Outcome.DISCARDED);
        return notice(
                all ? "success" : "warning",
                screens.text(
                        "bulk.done",
                        Integer.toString(ids.size()),
                        count(results, Outcome.PUBLISHED),
                        count(results, Outcome.DISCARDED),
                        count(results, Outcome.NOT_PUBLISHED),
                        count(results, Outcome.UNCHANGED)));
    }

    private static String count(List<BulkActions.Result> results, Outcome outcome) {
        return Long.toString(
                results.stream().filter(result -> result.outcome() == outcome).count());
    }

    static Map<String, Object> notice(String kind, String text) {
        return Map.of("kind", kind, "text", text);
    }
}
