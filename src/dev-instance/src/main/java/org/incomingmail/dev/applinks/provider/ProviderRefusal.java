package org.incomingmail.dev.applinks.provider;

import com.atlassian.confluence.oauth2.OAuth2Exception;

/**
 * The provider refused, in the terms of RFC 6749 sections 4.1.2.1 and 5.2. The message is "error: description" as the
 * provider gave them, never a token or secret.
 */
public final class ProviderRefusal extends OAuth2Exception {
    private static final long serialVersionUID = 1L;
    private final String error;
    private final String description;

    public ProviderRefusal(String error, String description) {
        super(description.isEmpty() ? error : error + ": " + description);
        this.error = error;
        this.description = description;
    }

    /** For example invalid_grant. */
    public String error() {
        return error;
    }

    /** The provider's explanation, which holds its own codes (AADSTS...); empty where it gave none. */
    public String description() {
        return description;
    }

    /** Whether the stored consent is worthless from now on: only invalid_grant says that. */
    public boolean forGood() {
        return error.equals("invalid_grant");
    }
}
