package org.incomingmail.dev.people;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/** Who sent a request, and how that is known. Anonymous requests have none. */
record Authentication(Account account, Means means) {
    private static final String ATTRIBUTE = Authentication.class.getName();

    static Optional<Authentication> of(HttpServletRequest request) {
        return Optional.ofNullable((Authentication) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** How the user proved who they are. */
    enum Means {
        /** A browser that logged in before. */
        SESSION,
        /** Name and password in this very request. */
        BASIC
    }
}
