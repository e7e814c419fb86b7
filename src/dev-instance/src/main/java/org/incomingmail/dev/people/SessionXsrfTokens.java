package org.incomingmail.dev.people;

import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** One secret per browser session, which every form of the instance brings back. */
final class SessionXsrfTokens implements XsrfTokenAccessor, XsrfTokenValidator {
    private static final String PARAMETER = "atl_token";
    private static final String ATTRIBUTE = "atlassian.xsrf.token";
    private static final int BYTES = 20;

    private final SecureRandom random;

    SessionXsrfTokens(SecureRandom random) {
        this.random = random;
    }

    @Override
    public @Nullable String getXsrfToken(HttpServletRequest request, HttpServletResponse response, boolean create) {
        HttpSession session = request.getSession(create);
        if (session == null) {
            return null;
        }
        // two requests of one session must not each make their own token
        synchronized (session.getId().intern()) {
            if (session.getAttribute(ATTRIBUTE) == null && create) {
                byte[] token = new byte[BYTES];
                random.nextBytes(token);
                session.setAttribute(ATTRIBUTE, HexFormat.of().formatHex(token));
            }
            return (String) session.getAttribute(ATTRIBUTE);
        }
    }

    @Override
    public boolean validateFormEncodedToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String expected = session == null ? null : (String) session.getAttribute(ATTRIBUTE);
        String actual = request.getParameter(PARAMETER);
        return expected != null
                && actual != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getXsrfParameterName() {
        return PARAMETER;
    }
}
