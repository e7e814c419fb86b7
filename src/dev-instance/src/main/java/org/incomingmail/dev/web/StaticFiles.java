package org.incomingmail.dev.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The instance's own scripts and style sheets, and AUI's. */
final class StaticFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern SAFE = Pattern.compile("/[A-Za-z0-9_./-]+");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        URL file = find(request.getPathInfo());
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(MediaTypes.of(file.getPath()));
        response.setHeader("Cache-Control", "public, max-age=600");
        try (InputStream in = file.openStream()) {
            in.transferTo(response.getOutputStream());
        }
    }

    private static @Nullable URL find(@Nullable String path) {
        if (path == null || !SAFE.matcher(path).matches() || path.contains("..") || path.endsWith("/")) {
            return null;
        }
        ClassLoader loader = StaticFiles.class.getClassLoader();
        return loader.getResource(path.startsWith("/aui/") ? path.substring(1) : "static" + path);
    }
}
