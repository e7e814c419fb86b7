package com.atlassian.confluence.oauth2;

import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** The OAuth 2.0 flow or a token could not be completed. */
@HostType(source = "Confluence Javadoc 8.3.2 to 10.1.0")
public class OAuth2Exception extends Exception {
    private static final long serialVersionUID = 1L;

    @Unconfirmed
    public OAuth2Exception(String message) {
        super(message);
    }

    @Unconfirmed
    public OAuth2Exception(String message, Throwable cause) {
        super(message, cause);
    }
}
