package org.incomingmail.dev.web;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The request that the thread is working for. */
public final class CurrentRequest {

    private final ThreadLocal<@Nullable HttpServletRequest> current = new ThreadLocal<>();

    /** Empty on threads that serve no request, such as jobs. */
    public Optional<HttpServletRequest> get() {
        return Optional.ofNullable(current.get());
    }

    /** Binds the request to the thread until the scope is closed; scopes may nest. */
    Scope enter(HttpServletRequest request) {
        HttpServletRequest before = current.get();
        current.set(request);
        return () -> {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        };
    }

    /** Ends the binding. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
