package org.incomingmail.dev.applinks.provider;

import com.atlassian.confluence.oauth2.OAuth2Exception;

/** The provider did not answer, or not with OAuth 2.0; tokens are kept and trying again later may help. */
public final class ProviderUnreachable extends OAuth2Exception {
    private static final long serialVersionUID = 1L;

    public ProviderUnreachable(String message, Throwable cause) {
        super(message, cause);
    }

    public ProviderUnreachable(String message) {
        super(message);
    }
}
