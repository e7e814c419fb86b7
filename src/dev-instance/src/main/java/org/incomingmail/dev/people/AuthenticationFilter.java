package org.incomingmail.dev.people;

import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Finds out who sends each request and puts them on the thread for as long as it is served. */
final class AuthenticationFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Credentials credentials;
    private final transient LoginSession sessions;
    private final transient PreferredLocales locales;

    AuthenticationFilter(Credentials credentials, LoginSession sessions, PreferredLocales locales) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.locales = locales;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        Optional<Authentication> authentication = authenticate(request);
        if (authentication.isEmpty() && mustAuthenticate(request)) {
            challenge(response);
            return;
        }
        authentication.ifPresent(found -> found.attachTo(request));
        try {
            AuthenticatedUserThreadLocal.set(
                    authentication.map(Authentication::account).orElse(null));
            locales.beginRequest(request);
            chain.doFilter(
                    authentication
                            .<HttpServletRequest>map(found -> new AuthenticatedRequest(request, found))
                            .orElse(request),
                    response);
        } finally {
            locales.endRequest();
            AuthenticatedUserThreadLocal.reset();
        }
    }

    /** Credentials sent with the request win over a session; bad ones are never ignored in its favour. */
    private Optional<Authentication> authenticate(HttpServletRequest request) {
        if (BasicHeader.isIn(request)) {
            return BasicHeader.read(request)
                    .flatMap(header -> credentials.check(header.username(), header.password()))
                    .map(account -> new Authentication(account, Authentication.Means.BASIC));
        }
        return sessions.account(request).map(account -> new Authentication(account, Authentication.Means.SESSION));
    }

    private static boolean mustAuthenticate(HttpServletRequest request) {
        return BasicHeader.isIn(request) || asksForBasic(request.getQueryString());
    }

    private static boolean asksForBasic(@Nullable String query) {
        return query != null && ("&" + query + "&").contains("&os_authType=basic&");
    }

    private static void challenge(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Basic realm=\"protected-area\", charset=\"UTF-8\"");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println("Basic Authentication Failure - Reason : AUTHENTICATED_FAILED");
    }
}
