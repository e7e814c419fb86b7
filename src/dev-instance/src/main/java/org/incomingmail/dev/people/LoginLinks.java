package org.incomingmail.dev.people;

import com.atlassian.sal.api.auth.LoginUriProvider;
import java.net.URI;

/** Links to the login page that lead back to where they were needed. */
final class LoginLinks implements LoginUriProvider {
    static final String LOGIN = "/login.action";

    private final String contextPath;

    LoginLinks(String contextPath) {
        this.contextPath = contextPath;
    }

    /** Without host name: the instance may be reached by several. */
    @Override
    public URI getLoginUri(URI returnUri) {
        return URI.create(contextPath
                + LOGIN
                + LocalDestination.of(returnUri, contextPath)
                        .map(LocalDestination::asQuery)
                        .orElse(""));
    }
}
