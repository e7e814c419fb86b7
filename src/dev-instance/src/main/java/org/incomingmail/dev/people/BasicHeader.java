package org.incomingmail.dev.people;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** Name and password from an Authorization header (RFC 7617, UTF-8). */
record BasicHeader(String username, String password) {
    private static final String SCHEME = "Basic ";

    static boolean isIn(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Empty if the header cannot be read, which is as bad as a wrong password. */
    static Optional<BasicHeader> read(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicHeader(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicHeader[" + username + "]";
    }
}
