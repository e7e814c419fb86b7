package org.incomingmail.dev.web;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.glassfish.jersey.servlet.ServletContainer;
import org.incomingmail.dev.kernel.ModuleType.OpenModule;

/** Serves /rest/*: finds the JAX-RS application whose prefix matches longest. */
final class RestEndpoints extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient List<Endpoint> endpoints = new CopyOnWriteArrayList<>();

    OpenModule add(String prefix, ServletContainer container) {
        Endpoint endpoint = new Endpoint(prefix, container);
        endpoints.add(endpoint);
        return () -> endpoints.remove(endpoint);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        Optional<Endpoint> found = endpoints.stream()
                .filter(each -> path.equals(each.prefix()) || path.startsWith(each.prefix() + "/"))
                .max(Comparator.comparingInt(each -> each.prefix().length()));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RestEndpoints.class.getClassLoader());
        try {
            found.get().container().service(new Addressed(request, found.get().prefix(), path), response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private record Endpoint(String prefix, ServletContainer container) {}

    /** Splits the path after the application's prefix, as if the container had mapped it. */
    private static final class Addressed extends HttpServletRequestWrapper {
        private final String prefix;
        private final String path;

        Addressed(HttpServletRequest request, String prefix, String path) {
            super(request);
            this.prefix = prefix;
            this.path = path;
        }

        @Override
        public String getServletPath() {
            return "/rest" + prefix;
        }

        @Override
        public String getPathInfo() {
            String rest = path.substring(prefix.length());
            return rest.isEmpty() ? "/" : rest;
        }
    }
}
