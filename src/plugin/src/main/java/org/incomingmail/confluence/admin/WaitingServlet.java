package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.confluence.settings.Waiting;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.journal.JournalEntry;

/** Waiting mail: what an administrator releases or discards. */
@Named
public class WaitingServlet extends AdminServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern ACTION = Pattern.compile("/incoming-mail/waiting/(\\d{1,9})/(release|discard)$");

    private final transient Waiting waiting;
    private final transient Journal journal;
    private final transient Decisions decisions;
    private final transient LogRow rows;

    @Inject
    public WaitingServlet(
            Screens screens,
            SystemAdministrators administrators,
            LoginUriProvider login,
            WebSudoManager secureSessions,
            Waiting waiting,
            Journal journal,
            Decisions decisions,
            CodeTexts texts) {
        super(screens, new Door(administrators, login, secureSessions));
        this.waiting = waiting;
        this.journal = journal;
        this.decisions = decisions;
        this.rows = new LogRow(texts);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getRequestURI().endsWith("/incoming-mail/waiting")) {
            show(request, response, Map.of("notice", decisions.many(request)));
            return;
        }
        Matcher path = ACTION.matcher(request.getRequestURI());
        if (!path.find()) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "waiting");
            return;
        }
        Optional<JournalEntry> entry = journal.entry(Long.parseLong(path.group(1)));
        show(
                request,
                response,
                Map.of(
                        "notice",
                        entry.isEmpty()
                                ? Decisions.notice("warning", screens.text("waiting.gone"))
                                : decisions.one(path.group(2), entry.get(), request)));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Map<String, Object> more)
            throws IOException {
        List<Map<String, Object>> shown = waiting.all().stream().map(this::row).toList();
        Map<String, Object> data = new HashMap<>(more);
        data.put("messages", shown);
        screens.render(request, response, "Waiting.page", data);
    }

    private Map<String, Object> row(Waiting.Entry entry) {
        JournalEntry message = entry.message();
        Map<String, Object> row = new HashMap<>(rows.of(message));
        row.put("since", Moments.of(entry.mail().since()));
        row.put("asked", entry.mail().tokenHash() != null);
        if (entry.mail().expires() != null) {
            row.put("expires", Moments.of(entry.mail().expires()));
        }
        return row;
    }
}
