package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.confluence.settings.Pending;
import org.incomingmail.confluence.settings.ServerSettings;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailboxKind;

/** Mail Servers: the list, the form of one server, and what their buttons do without a script. */
@Named
public class ServersServlet extends AdminServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/plugins/servlet/incoming-mail/servers";
    private static final Pattern REST = Pattern.compile("/incoming-mail/servers/?([^/]*)/?([^/]*)$");

    private final transient ServerSettings settings;
    private final transient ServerRow rows;
    private final transient ServerForm form;
    private final transient AuthorizeAction authorize;
    private final transient NoticesPart notices;
    private final transient Pending pending;

    @Inject
    public ServersServlet(
            Screens screens,
            SystemAdministrators administrators,
            LoginUriProvider login,
            WebSudoManager secureSessions,
            ServerSettings settings,
            ServerRow rows,
            ServerForm form,
            AuthorizeAction authorize,
            NoticesPart notices,
            Pending pending) {
        super(screens, new Door(administrators, login, secureSessions));
        this.settings = settings;
        this.rows = rows;
        this.form = form;
        this.authorize = authorize;
        this.notices = notices;
        this.pending = pending;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = path(request);
        String target = path.group(1);
        Optional<MailServer> server = server(target);
        if (target.isEmpty()) {
            list(request, response, Map.of());
        } else if (target.equals("authorized")) {
            authorize.end(request, response);
        } else if (target.equals("new") && path.group(2).isEmpty()) {
            form.open(request, response, kind(request), Optional.empty());
        } else if (server.isPresent() && path.group(2).equals("remove")) {
            screens.render(request, response, "Servers.remove", Map.of("server", row(server.get())));
        } else if (server.isPresent() && path.group(2).isEmpty()) {
            form.open(request, response, kind(request), server);
        } else {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "server");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = path(request);
        Optional<MailServer> server = server(path.group(1));
        boolean hasForm = path.group(1).equals("new") || server.isPresent();
        if (hasForm && path.group(2).equals("authorize")) {
            authorize.begin(request, response, kind(request), server);
        } else if (path.group(1).equals("discard")) {
            authorize.discard(request);
            backToList(request, response, "");
        } else if (path.group(1).equals("notices")) {
            list(request, response, notices.saved(request));
        } else if (hasForm && path.group(2).isEmpty()) {
            Optional<MailServer> saved = form.submitted(request, response, kind(request), server);
            if (saved.isPresent()) {
                backToList(request, response, "saved=" + saved.get().id());
            }
        } else if (server.isPresent() && act(path.group(2), server.get())) {
            backToList(request, response, "");
        } else {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "server");
        }
    }

    private boolean act(String action, MailServer server) {
        switch (action) {
            case "enable" -> settings.enable(server, true);
            case "disable" -> settings.enable(server, false);
            case "remove" -> settings.remove(server);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void list(HttpServletRequest request, HttpServletResponse response, Map<String, Object> more)
            throws IOException {
        Map<MailServerId, Integer> waits = pending.waiting();
        Map<MailServerId, Integer> quarantined = pending.quarantined();
        List<Map<String, Object>> shown = settings.all().stream()
                .map(server -> {
                    Map<String, Object> row = row(server);
                    row.put("waiting", waits.getOrDefault(server.id(), 0));
                    row.put("quarantined", quarantined.getOrDefault(server.id(), 0));
                    return row;
                })
                .toList();
        Map<String, Object> data = new HashMap<>();
        data.put("receivers", notices.addresses());
        data.putAll(more);
        data.put("servers", shown);
        data.put("drafts", authorize.unsubmitted(request));
        data.put("expired", request.getParameter("expired") != null);
        Optional.ofNullable(request.getParameter("saved"))
                .flatMap(this::server)
                .ifPresent(server -> data.put("saved", server.name()));
        screens.render(request, response, "Servers.list", data);
    }

    private Map<String, Object> row(MailServer server) {
        Map<String, Object> row = rows.of(server, settings.state(server));
        row.put("pushed", settings.pushed(server));
        settings.node(server).ifPresent(node -> row.put("node", node));
        return row;
    }

    private Optional<MailServer> server(String id) {
        return id.matches("\\d{1,18}") ? settings.find(new MailServerId(Long.parseLong(id))) : Optional.empty();
    }

    private static MailboxKind kind(HttpServletRequest request) {
        String type =
                Optional.ofNullable(request.getParameter("type")).orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("pop") ? MailboxKind.POP : MailboxKind.IMAP;
    }

    private static void backToList(HttpServletRequest request, HttpServletResponse response, String query)
            throws IOException {
        response.sendRedirect(request.getContextPath() + PATH + (query.isEmpty() ? "" : "?" + query));
    }

    private static Matcher path(HttpServletRequest request) {
        Matcher path = REST.matcher(request.getRequestURI());
        if (!path.find()) {
            throw new IllegalStateException("Mapped to an address that is not ours: " + request.getRequestURI());
        }
        return path;
    }
}
