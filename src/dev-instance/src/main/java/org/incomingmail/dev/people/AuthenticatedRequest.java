package org.incomingmail.dev.people;

import java.security.Principal;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** Shows the user to servlets by the servlet API's own means. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {
    private final Authentication authentication;

    AuthenticatedRequest(HttpServletRequest request, Authentication authentication) {
        super(request);
        this.authentication = authentication;
    }

    @Override
    public String getRemoteUser() {
        return authentication.account().username();
    }

    @Override
    public Principal getUserPrincipal() {
        return this::getRemoteUser;
    }

    @Override
    public String getAuthType() {
        return authentication.means() == Authentication.Means.BASIC ? BASIC_AUTH : FORM_AUTH;
    }
}
