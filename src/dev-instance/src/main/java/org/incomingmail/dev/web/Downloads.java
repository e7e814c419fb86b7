package org.incomingmail.dev.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.ModuleType.OpenModule;

/**
 * Serves files of apps: /download/resources/app.key:module/name, /download/resources/app.key/name, and the same below
 * /s/revision/_/ for the browser to keep.
 */
final class Downloads extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS =
            Pattern.compile("/download/resources/(?<key>[^/:]+)(:(?<module>[^/]+))?/(?<name>.+)");

    private final transient WebResources resources;
    private final transient ScriptTexts texts;
    private final transient List<Folder> folders = new CopyOnWriteArrayList<>();

    Downloads(WebResources resources, ScriptTexts texts) {
        this.resources = resources;
        this.texts = texts;
    }

    /** A download resource of a whole app; a name that ends with a slash is a folder. */
    OpenModule add(App app, String name, String location) {
        Folder folder = new Folder(app, name, location);
        folders.add(folder);
        return () -> folders.remove(folder);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Matcher address = ADDRESS.matcher(java.net.URLDecoder.decode(path, StandardCharsets.UTF_8));
        if (!address.find() || path.contains("..")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String name = address.group("name");
        String module = address.group("module");
        Optional<WebResources.WebResource> resource =
                module == null ? Optional.empty() : resources.find(address.group("key") + ":" + module);
        Optional<URL> file =
                module == null ? inFolder(address.group("key"), name) : resource.flatMap(found -> found.file(name));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String extension = name.substring(name.lastIndexOf('.') + 1);
        boolean translated =
                resource.map(found -> found.translated().contains(extension)).orElse(false);
        // a translated script differs by viewer; the others only by revision
        response.setHeader(
                "Cache-Control",
                translated ? "private, no-cache" : path.startsWith("/s/") ? "public, max-age=31536000" : "no-cache");
        response.setContentType(MediaTypes.of(name));
        try (InputStream in = file.get().openStream()) {
            byte[] bytes = in.readAllBytes();
            response.getOutputStream()
                    .write(
                            translated
                                    ? texts.fill(new String(bytes, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8)
                                    : bytes);
        }
    }

    private Optional<URL> inFolder(String key, String name) {
        return folders.stream()
                .filter(folder -> folder.app().key().equals(key))
                .flatMap(folder -> folder.find(name).stream())
                .findFirst();
    }

    private record Folder(App app, String name, String location) {
        Optional<URL> find(String wanted) {
            if (name.endsWith("/")) {
                return wanted.startsWith(name) && !wanted.endsWith("/")
                        ? app.resource(location + wanted.substring(name.length()))
                        : Optional.empty();
            }
            return wanted.equals(name) ? app.resource(location) : Optional.empty();
        }
    }
}
