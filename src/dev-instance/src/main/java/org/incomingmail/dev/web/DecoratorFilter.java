package org.incomingmail.dev.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Puts the frame around every HTML page that names a decorator. */
final class DecoratorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Frame frame;
    private final transient CurrentRequest current;

    DecoratorFilter(Frame frame, CurrentRequest current) {
        this.frame = frame;
        this.current = current;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        BufferedPage page = new BufferedPage(response);
        try (CurrentRequest.Scope scope = current.enter(request)) {
            chain.doFilter(request, page);
            Optional<String> html = page.html();
            if (html.isPresent() && !response.isCommitted()) {
                byte[] bytes = frame.around(request, response, html.get()).getBytes(StandardCharsets.UTF_8);
                response.setCharacterEncoding("UTF-8");
                response.setContentLength(bytes.length);
                response.getOutputStream().write(bytes);
            }
        }
    }
}
