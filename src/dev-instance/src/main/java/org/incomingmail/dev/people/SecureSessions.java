package org.incomingmail.dev.people;

import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

/** Secure administrator sessions: the password once more, good until ten minutes without administration. */
final class SecureSessions implements WebSudoManager {
    static final Duration IDLE = Duration.ofMinutes(10);
    static final String AUTHENTICATE = "/authenticate.action";
    static final String DO_AUTHENTICATE = "/doauthenticate.action";
    private static final String ATTRIBUTE = SecureSessions.class.getName();

    private final InstantSource clock;

    SecureSessions(InstantSource clock) {
        this.clock = clock;
    }

    void start(HttpServletRequest request) {
        request.getSession(true).setAttribute(ATTRIBUTE, clock.instant());
    }

    void drop(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /** A request that brings the password itself needs no secure session. */
    @Override
    public boolean canExecuteRequest(HttpServletRequest request) {
        return Authentication.of(request)
                .map(found -> found.means() == Authentication.Means.BASIC || isOpen(request))
                .orElse(false);
    }

    @Override
    public void willExecuteWebSudoRequest(HttpServletRequest request) {
        if (!canExecuteRequest(request)) {
            throw new WebSudoSessionException("This needs a secure administrator session");
        }
        if (isOpen(request)) {
            start(request);
        }
    }

    @Override
    public void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response) {
        String back =
                LocalDestination.of(request).map(LocalDestination::asQuery).orElse("");
        try {
            response.sendRedirect(request.getContextPath() + AUTHENTICATE + back);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOpen(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(ATTRIBUTE) instanceof Instant last
                && clock.instant().isBefore(last.plus(IDLE));
    }
}
