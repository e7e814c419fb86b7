package org.incomingmail.dev.apps;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.kernel.AppRejected;
import org.incomingmail.dev.kernel.AppStatus;
import org.incomingmail.dev.kernel.Apps;

/** The "Manage apps" screen. */
final class ManageAppsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Host host;
    private final transient SystemAdministrators guard;

    ManageAppsServlet(Host host, SystemAdministrators guard) {
        this.host = host;
        this.guard = guard;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guard.admitted(request, response)) {
            String done = request.getParameter("done");
            boolean known = done != null
                    && List.of("install", "enable", "disable", "uninstall").contains(done);
            String name = request.getParameter("name") == null ? "" : request.getParameter("name");
            show(request, response, known ? text("host.apps.done." + done, name) : "", "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.admitted(request, response)) {
            return;
        }
        if (!host.services().get(XsrfTokenValidator.class).validateFormEncodedToken(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(request, response, "", text("host.apps.expired"));
            return;
        }
        String action = String.valueOf(request.getParameter("action"));
        try {
            String name = carryOut(action, request);
            response.sendRedirect(request.getRequestURI() + "?done=" + action + "&name="
                    + URLEncoder.encode(name, StandardCharsets.UTF_8));
        } catch (AppRejected | IllegalArgumentException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            show(request, response, "", text("host.apps.refused", String.valueOf(e.getMessage())));
        }
    }

    private String carryOut(String action, HttpServletRequest request) throws IOException, AppRejected {
        Apps apps = host.services().get(Apps.class);
        String key = String.valueOf(request.getParameter("key"));
        return switch (action) {
            case "install" ->
                new Upload(apps, host.options().home().resolve("temp"))
                        .install(request)
                        .descriptor()
                        .name();
            case "enable" -> apps.enable(key).descriptor().name();
            case "disable" -> apps.disable(key).descriptor().name();
            case "uninstall" -> {
                String name = apps.find(key).map(app -> app.descriptor().name()).orElse(key);
                apps.uninstall(key);
                yield name;
            }
            default -> throw new IllegalArgumentException("unknown action");
        };
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String done, String error)
            throws IOException {
        List<Map<String, Object>> apps = host.services().get(Apps.class).all().stream()
                .map(app -> row(request.getContextPath(), app))
                .toList();
        host.pages()
                .render(
                        request,
                        response,
                        "Host.Apps.manage",
                        Map.of("apps", apps, "done", done, "error", error, "action", request.getRequestURI()));
    }

    private static Map<String, Object> row(String contextPath, AppStatus app) {
        String configure = app.descriptor()
                .configureUrl()
                .filter(url -> app.running())
                .map(contextPath::concat)
                .orElse("");
        return Map.of("app", app, "configure", configure);
    }

    private String text(String key, String... arguments) {
        return host.services().get(I18nResolver.class).getText(key, arguments);
    }
}
