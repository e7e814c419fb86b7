package org.incomingmail.dev.services.logging;

import java.io.IOException;
import java.util.UUID;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

/** Lets the log say which request, and whose, a message belongs to. Never the query: it may hold a secret. */
public final class RequestInLog extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MDC.put(RequestLine.URL, request.getRequestURI());
        MDC.put(RequestLine.TRACE, UUID.randomUUID().toString().substring(0, 16));
        if (request.getRemoteUser() != null) {
            MDC.put(RequestLine.USER, request.getRemoteUser());
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(RequestLine.URL);
            MDC.remove(RequestLine.TRACE);
            MDC.remove(RequestLine.USER);
        }
    }
}
