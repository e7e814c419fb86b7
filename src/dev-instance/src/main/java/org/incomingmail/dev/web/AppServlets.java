package org.incomingmail.dev.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.kernel.ModuleType.OpenModule;
import org.jspecify.annotations.Nullable;

/** Serves /plugins/servlet/*: finds the app's servlet by its longest matching pattern. */
final class AppServlets extends HttpServlet {

    static final String PREFIX = "/plugins/servlet";

    private static final long serialVersionUID = 1L;

    private final transient List<Mapping> mappings = new CopyOnWriteArrayList<>();

    OpenModule add(String pattern, HttpServlet servlet) {
        Mapping mapping = new Mapping(pattern.startsWith("/") ? pattern : "/" + pattern, servlet);
        mappings.add(mapping);
        return () -> mappings.remove(mapping);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        Optional<Mapping> found = mappings.stream()
                .filter(mapping -> mapping.matches(path))
                .max((a, b) -> Integer.compare(a.literal().length(), b.literal().length()));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Mapping mapping = found.get();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(mapping.servlet().getClass().getClassLoader());
        try {
            mapping.servlet().service(new Addressed(request, mapping.literal(), path), response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** One url-pattern: exact, a "/folder/*", or an "*.extension" at the end. */
    private record Mapping(String pattern, HttpServlet servlet) {

        String literal() {
            return pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
        }

        boolean matches(String path) {
            if (pattern.endsWith("/*")) {
                return path.equals(literal()) || path.startsWith(literal() + "/");
            }
            return path.equals(pattern);
        }
    }

    /** Shows the servlet its own path, as if the container had mapped it. */
    private static final class Addressed extends HttpServletRequestWrapper {
        private final String literal;
        private final String path;

        Addressed(HttpServletRequest request, String literal, String path) {
            super(request);
            this.literal = literal;
            this.path = path;
        }

        @Override
        public String getServletPath() {
            return PREFIX + literal;
        }

        @Override
        public @Nullable String getPathInfo() {
            return path.length() > literal.length() ? path.substring(literal.length()) : null;
        }
    }
}
