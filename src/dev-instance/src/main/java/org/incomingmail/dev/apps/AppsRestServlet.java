package org.incomingmail.dev.apps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.kernel.AppRejected;
import org.incomingmail.dev.kernel.AppStatus;
import org.incomingmail.dev.kernel.Apps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** /rest/plugins/1.0, in the shapes that tools for the host's plugin manager expect. */
final class AppsRestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(AppsRestServlet.class);
    private static final int MOST_TASKS = 100;

    private final transient Host host;
    private final transient SystemAdministrators guard;
    private final transient UploadTokens tokens;
    private final transient JsonMapper json = new JsonMapper();
    private final transient ConcurrentMap<String, String> tasks;

    /** @param tasks what became of uploads, as JSON, seen by all nodes */
    AppsRestServlet(Host host, SystemAdministrators guard, UploadTokens tokens, ConcurrentMap<String, String> tasks) {
        this.host = host;
        this.guard = guard;
        this.tokens = tokens;
        this.tasks = tasks;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guard.user(request).isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"protected-area\"");
            refuse(response, 401, "upm.error.unauthenticated", "Log in as a system administrator.");
        } else if (!guard.isSystemAdmin(request) || !guard.hasSecureSession(request)) {
            refuse(
                    response,
                    403,
                    "upm.error.forbidden",
                    "Only system administrators with a secure session manage apps.");
        } else {
            answer(request, response, request.getPathInfo() == null ? "/" : request.getPathInfo());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String key = path.endsWith("-key") ? path.substring(1, path.length() - "-key".length()) : "";
        String call =
                request.getMethod() + " " + (key.isEmpty() ? path.replaceAll("^/(pending|tasks)/.*", "/task") : "KEY");
        if (!key.isEmpty() && apps().find(key).isEmpty()) {
            refuse(response, 404, "upm.error.plugin.not.found", "No app with the key " + key + " is installed.");
            return;
        }
        switch (call) {
            case "GET /", "HEAD /" -> list(request, response);
            case "POST /" -> install(request, response);
            case "GET /task" -> task(path, response);
            case "GET KEY" -> write(response, 200, app(apps().find(key).orElseThrow()));
            case "PUT KEY" -> change(key, request, response);
            case "DELETE KEY" -> {
                apps().uninstall(key);
                response.setStatus(204);
            }
            default -> refuse(response, 404, "upm.error.not.found", "There is nothing at this address.");
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("upm-token", tokens.of(userKey(request)));
        List<Map<String, Object>> plugins = apps().all().stream().map(this::app).toList();
        write(response, 200, Map.of("plugins", plugins, "links", Map.of("self", self("/"))));
    }

    private void install(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!tokens.isValid(userKey(request), tokenOf(request))) {
            refuse(response, 403, "upm.error.invalid.token", "The upload needs the token of the last GET.");
            return;
        }
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("done", true);
        Map<String, Object> links = new LinkedHashMap<>();
        try {
            AppStatus app = new Upload(apps(), host.options().home().resolve("temp")).install(request);
            status.put("statusCode", 200);
            status.put("contentType", "application/vnd.atl.plugins.plugin+json");
            links.put("result", self("/" + app.descriptor().key() + "-key"));
        } catch (AppRejected e) {
            LOG.warn("An uploaded app was refused: {}", e.getMessage(), e);
            status.put("statusCode", 400);
            status.put("contentType", "application/vnd.atl.plugins.task.install.err+json");
            status.put("subCode", "upm.pluginInstall.error");
            status.put("errorMessage", String.valueOf(e.getMessage()));
        }
        String id = UUID.randomUUID().toString();
        links.put("self", self("/pending/" + id));
        links.put("alternate", self("/tasks/" + id));
        Map<String, Object> task =
                Map.of("id", id, "type", "INSTALL", "pingAfter", 100, "status", status, "links", links);
        if (tasks.size() >= MOST_TASKS) {
            tasks.clear();
        }
        tasks.put(id, json.writeValueAsString(task));
        response.setHeader("Location", self("/pending/" + id));
        write(response, 202, task);
    }

    // read from the query alone: asking for a parameter would parse the upload
    private static String tokenOf(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        for (String part : query.split("&")) {
            if (part.startsWith("token=")) {
                return java.net.URLDecoder.decode(part.substring(6), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private void task(String path, HttpServletResponse response) throws IOException {
        String task = tasks.get(path.substring(path.lastIndexOf('/') + 1));
        if (task == null) {
            refuse(response, 404, "upm.error.task.not.found", "There is no such task.");
        } else {
            write(response, 200, json.readValue(task, new TypeReference<Map<String, Object>>() {}));
        }
    }

    private void change(String key, HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode body;
        try {
            body = json.readTree(request.getInputStream().readNBytes(100_000));
        } catch (JsonProcessingException e) {
            refuse(response, 400, "upm.error.invalid", "The JSON can't be read.");
            return;
        }
        if (!body.path("enabled").isBoolean()) {
            refuse(response, 400, "upm.error.invalid", "Say \"enabled\": true or false.");
            return;
        }
        write(response, 200, app(body.path("enabled").asBoolean() ? apps().enable(key) : apps().disable(key)));
    }

    private Map<String, Object> app(AppStatus app) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", app.descriptor().key());
        view.put("name", app.descriptor().name());
        view.put("version", app.descriptor().version());
        view.put("description", app.descriptor().description());
        view.put(
                "vendor",
                Map.of(
                        "name",
                        app.descriptor().vendor(),
                        "link",
                        app.descriptor().vendorUrl()));
        view.put("enabled", app.enabled() && app.running());
        view.put("userInstalled", true);
        view.put("optional", true);
        view.put("problems", app.problems());
        app.descriptor().configureUrl().ifPresent(url -> view.put("configureUrl", host.baseUrl() + url));
        view.put("links", Map.of("self", self("/" + app.descriptor().key() + "-key")));
        return view;
    }

    private Apps apps() {
        return host.services().get(Apps.class);
    }

    private String userKey(HttpServletRequest request) {
        return guard.user(request).orElseThrow().getUserKey().getStringValue();
    }

    private String self(String path) {
        return host.options().contextPath() + "/rest/plugins/1.0" + path;
    }

    private void refuse(HttpServletResponse response, int status, String code, String message) throws IOException {
        write(response, status, Map.of("statusCode", status, "subCode", code, "message", message));
    }

    private void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
