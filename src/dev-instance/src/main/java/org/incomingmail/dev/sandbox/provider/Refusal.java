package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/** A request that is answered with an error of RFC 6749. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ErrorObject error;

    Refusal(ErrorObject error) {
        super(error.getCode());
        this.error = error;
    }

    static Refusal invalidGrant(String why) {
        return new Refusal(OAuth2Error.INVALID_GRANT.setDescription(why));
    }

    ErrorObject error() {
        return error;
    }
}
