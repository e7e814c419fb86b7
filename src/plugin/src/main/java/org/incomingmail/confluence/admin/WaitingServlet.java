package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.incomingmail.engine.delivery.WaitingRoom.Decided;
import org.incomingmail.engine.journal.JournalEntry;

/** Waiting mail: what an administrator releases or discards. */
@Named
public class WaitingServlet extends AdminServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern ACTION = Pattern.compile("/incoming-mail/waiting/(\\d{1,18})/(release|discard)$");

    private final transient Waiting waiting;
    private final transient LogRow rows;

    @Inject
    public WaitingServlet(
            Screens screens,
            SystemAdministrators administrators,
            LoginUriProvider login,
            WebSudoManager secureSessions,
            Waiting waiting,
            CodeTexts texts) {
        super(screens, new Door(administrators, login, secureSessions));
        this.waiting = waiting;
        this.rows = new LogRow(texts);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Matcher path = ACTION.matcher(request.getRequestURI());
        if (!path.find()) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "waiting");
            return;
        }
        long id = Long.parseLong(path.group(1));
        try {
            Decided decided = path.group(2).equals("release") ? waiting.release(id) : waiting.discard(id, request);
            show(request, response, Map.of("notice", notice(decided)));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Map<String, Object> notice(Decided decided) {
        if (decided instanceof Decided.Done done) {
            boolean published = done.code().isEmpty();
            boolean discarded =
                    done.code().filter(code -> code.id().equals("IM-DISCARDED")).isPresent();
            return published
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

    private static Map<String, Object> notice(String kind, String text) {
        return Map.of("kind", kind, "text", text);
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
