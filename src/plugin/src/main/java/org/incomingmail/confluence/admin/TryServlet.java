package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.confluence.settings.Trial;
import org.incomingmail.engine.explain.Explanation;
import org.incomingmail.engine.message.FormUpload;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;

/** Try a message: what a mail server would make of an .eml file. */
@Named
public class TryServlet extends AdminServlet {
    private static final long serialVersionUID = 1L;
    private final transient ServerSettings settings;
    private final transient Trial trial;

    @Inject
    public TryServlet(
            Screens screens,
            SystemAdministrators administrators,
            LoginUriProvider login,
            WebSudoManager secureSessions,
            ServerSettings settings,
            Trial trial) {
        super(screens, new Door(administrators, login, secureSessions));
        this.settings = settings;
        this.trial = trial;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, Map.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<MailServer> server = chosen(request);
        if (server.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "server");
            return;
        }
        Optional<Explanation> explained = explained(request, server.get());
        Map<String, Object> data = new HashMap<>();
        if (explained.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            data.put("error", screens.text("try.no-file"));
        } else {
            data.put("result", known(explained.get().members()));
            data.put("json", explained.get().json());
        }
        show(request, response, data);
    }

    /** Hosts differ in whether they have parsed an upload by now; what they have not is still to be read. */
    private Optional<Explanation> explained(HttpServletRequest request, MailServer server) throws IOException {
        try {
            Part part = request.getPart("message");
            if (part != null) {
                try (InputStream message = part.getInputStream()) {
                    return part.getSize() == 0 ? Optional.empty() : Optional.of(trial.explain(server, "-", message));
                }
            }
        } catch (IllegalStateException | ServletException notParsed) {
            // this host leaves it to us
        }
        return FormUpload.use(
                request.getInputStream(),
                Objects.requireNonNullElse(request.getContentType(), ""),
                message -> trial.explain(server, "-", message));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Map<String, Object> more)
            throws IOException {
        Map<String, Object> data = new HashMap<>(more);
        String server = chosen(request).map(found -> found.id().toString()).orElse("");
        data.put(
                "servers",
                settings.all().stream()
                        .map(each -> Map.of(
                                "id",
                                each.id().toString(),
                                "name",
                                each.name(),
                                "chosen",
                                each.id().toString().equals(server)))
                        .toList());
        data.put("chosen", server);
        screens.render(request, response, "Try.page", data);
    }

    /** In the address, as the rest of the form is a file. */
    private Optional<MailServer> chosen(HttpServletRequest request) {
        String id = Objects.requireNonNullElse(request.getParameter("server"), "");
        if (id.matches("\\d{1,18}")) {
            return settings.find(new MailServerId(Long.parseLong(id)));
        }
        return settings.all().stream().findFirst();
    }

    /** Templates know nothing of null: what is missing is left out. */
    static Map<String, Object> known(Map<?, ?> members) {
        Map<String, Object> known = new HashMap<>();
        members.forEach((name, value) -> {
            if (value instanceof Map<?, ?> map) {
                known.put(String.valueOf(name), known(map));
            } else if (value instanceof List<?> list) {
                known.put(
                        String.valueOf(name),
                        list.stream()
                                .map(each -> each instanceof Map<?, ?> map ? known(map) : String.valueOf(each))
                                .toList());
            } else if (value != null) {
                known.put(
                        String.valueOf(name),
                        value instanceof Boolean || value instanceof Integer ? value : String.valueOf(value));
            }
        });
        return known;
    }
}
