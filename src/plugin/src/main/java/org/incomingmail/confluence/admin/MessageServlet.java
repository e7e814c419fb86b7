package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.MessageActions;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.confluence.settings.Trial;
import org.incomingmail.engine.explain.Explanation;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.server.MailServer;

/** One message of the log: what happened to it, why, what is in it, and what can be done about it. */
@Named
public class MessageServlet extends AdminServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH =
            Pattern.compile("/incoming-mail/log/(\\d{1,9})/?(retry|block|place|release|discard)?$");
    private static final int MOST_HEADER = 64 * 1024;

    private final transient Journal journal;
    private final transient ServerSettings settings;
    private final transient Trial trial;
    private final transient MessageActions actions;
    private final transient Decisions decisions;
    private final transient StoryView story;
    private final transient LogRow rows;

    @Inject
    public MessageServlet(
            Screens screens,
            SystemAdministrators administrators,
            LoginUriProvider login,
            WebSudoManager secureSessions,
            Journal journal,
            ServerSettings settings,
            Trial trial,
            MessageActions actions,
            Decisions decisions,
            CodeTexts texts) {
        super(screens, new Door(administrators, login, secureSessions));
        this.journal = journal;
        this.settings = settings;
        this.trial = trial;
        this.actions = actions;
        this.decisions = decisions;
        this.story = new StoryView(screens, texts);
        this.rows = new LogRow(texts);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getRequestURI());
        Optional<JournalEntry> entry = path.find() && path.group(2) == null ? entry(path) : Optional.empty();
        if (entry.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "message");
            return;
        }
        show(request, response, entry.get(), Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Matcher path = PATH.matcher(request.getRequestURI());
        Optional<JournalEntry> entry = path.find() && path.group(2) != null ? entry(path) : Optional.empty();
        if (entry.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "message");
            return;
        }
        Map<String, Object> notice = decisions.one(path.group(2), entry.get(), request);
        show(request, response, entry(path).orElse(entry.get()), Map.of("notice", notice));
    }

    private Optional<JournalEntry> entry(Matcher path) {
        return journal.entry(Long.parseLong(path.group(1)));
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, JournalEntry entry, Map<String, Object> more)
            throws IOException {
        Map<String, Object> message = new HashMap<>(rows.of(entry));
        message.put("recipient", Objects.requireNonNullElse(entry.recipient(), ""));
        message.put("messageId", Objects.requireNonNullElse(entry.messageId(), ""));
        message.put("updated", Moments.of(entry.updated()));
        message.put("retryable", MessageActions.retryable(entry));
        message.put("placeable", MessageActions.placeable(entry));
        message.put("releasable", entry.state() == JournalEntry.State.WAITING && entry.rawKept());
        message.put("discardable", MessageActions.discardable(entry));
        message.put("blockable", actions.blockable(entry));
        message.put("story", story.of(entry));
        Map<String, Object> data = new HashMap<>(more);
        data.put("space", Objects.requireNonNullElse(request.getParameter("space"), ""));
        data.put("author", Objects.requireNonNullElse(request.getParameter("author"), ""));
        data.put("message", message);
        Optional<MailServer> server = settings.find(entry.server());
        if (entry.rawKept()) {
            data.put("header", header(entry));
            if (server.isPresent()) {
                Explanation explanation =
                        trial.explain(server.get(), "message " + entry.id(), () -> journal.raw(entry.id())
                                .orElseThrow(() -> new FileNotFoundException("raw mail")));
                data.put("result", TryServlet.known(explanation.members()));
                data.put("json", explanation.json());
            }
        }
        screens.render(request, response, "Message.page", data);
    }

    /** As it came, so that Received and Authentication-Results can be read. */
    private String header(JournalEntry entry) throws IOException {
        try (InputStream raw = journal.raw(entry.id()).orElse(InputStream.nullInputStream())) {
            String start = new String(raw.readNBytes(MOST_HEADER), StandardCharsets.UTF_8).replace("\r\n", "\n");
            int end = start.indexOf("\n\n");
            return end < 0 ? start : start.substring(0, end);
        }
    }
}
