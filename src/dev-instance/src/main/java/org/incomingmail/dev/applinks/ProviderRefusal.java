package org.incomingmail.dev.applinks;

import com.atlassian.confluence.oauth2.OAuth2Exception;

/**
 * The provider refused, in the terms of RFC 6749 section 5.2. The message is fit for administrators: error code and
 * description as the provider gave them, never a token or secret.
 */
public final class ProviderRefusal extends OAuth2Exception {
    private static final long serialVersionUID = 1L;
    private final String error;

    ProviderRefusal(String error, String description) {
        super(description.isEmpty() ? error : error + ": " + description);
        this.error = error;
    }

    /** For example invalid_grant. */
    public String error() {
        return error;
    }

    /** Whether the stored consent is worthless from now on: only invalid_grant says that. */
    boolean forGood() {
        return error.equals("invalid_grant");
    }
}
