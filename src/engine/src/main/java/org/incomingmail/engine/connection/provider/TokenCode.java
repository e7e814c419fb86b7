package org.incomingmail.engine.connection.provider;

import java.util.Arrays;
import java.util.Optional;
import org.incomingmail.engine.failure.Code;

/** Why there is no access token. In all texts {0} is the client's name and {1} a detail: a scope, or a provider's number. */
public enum TokenCode implements Code {
    NOT_AUTHORIZED(Then.STOP),
    CLIENT_MISSING(Then.STOP),
    APP_ONLY_UNAVAILABLE(Then.STOP),
    NO_REFRESH_TOKEN(Then.STOP),
    SCOPE_LACKING(Then.STOP),
    AUTHORIZATION_EXPIRED(Then.STOP),
    ISSUER_MISMATCH(Then.STOP),

    GRANT_INVALID(Then.STOP),
    CODE_USED(Then.STOP),
    INTERACTION_REQUIRED(Then.STOP),
    CONSENT_REQUIRED(Then.STOP),
    ACCESS_DENIED(Then.WAIT),
    CLIENT_INVALID(Then.WAIT),
    CLIENT_UNAUTHORIZED(Then.WAIT),
    REDIRECT_MISMATCH(Then.WAIT),
    SCOPE_INVALID(Then.WAIT),
    REQUEST_INVALID(Then.WAIT),
    GRANT_UNSUPPORTED(Then.WAIT),
    REFUSED(Then.WAIT),

    PROVIDER_UNREACHABLE(Then.RETRY),
    PROVIDER_TIMEOUT(Then.RETRY),
    PROVIDER_NOT_OAUTH(Then.RETRY),
    PROVIDER_ANSWER_TOO_LARGE(Then.RETRY),
    PROVIDER_REDIRECTS(Then.RETRY),
    PROVIDER_ERROR(Then.RETRY),
    PROVIDER_BUSY(Then.RETRY),
    NO_CAUSE(Then.RETRY),

    ENTRA_REFRESH_EXPIRED(Then.STOP),
    ENTRA_REVOKED(Then.STOP),
    ENTRA_MFA(Then.STOP),
    ENTRA_SIGN_IN_FREQUENCY(Then.STOP),
    ENTRA_BLOCKED(Then.STOP),
    ENTRA_CONSENT(Then.STOP),
    ENTRA_NOT_ASSIGNED(Then.STOP),
    ENTRA_SPA(Then.STOP),
    ENTRA_ACCOUNT(Then.STOP),
    ENTRA_SECRET_EXPIRED(Then.WAIT),
    ENTRA_SECRET_WRONG(Then.WAIT),
    ENTRA_PUBLIC_CLIENT(Then.WAIT),
    ENTRA_SINGLE_TENANT(Then.WAIT),
    ENTRA_UNKNOWN_APP(Then.WAIT),
    ENTRA_SCOPE(Then.WAIT),
    ENTRA_COMMON_ENDPOINT(Then.WAIT),

    GOOGLE_GRANT_ENDED(Then.STOP),
    GOOGLE_TESTING_ENDED(Then.STOP),
    GOOGLE_SESSION_CONTROL(Then.STOP),
    GOOGLE_ORG_INTERNAL(Then.WAIT),
    GOOGLE_ADMIN_POLICY(Then.WAIT);

    private final Then usually;

    TokenCode(Then usually) {
        this.usually = usually;
    }

    @Override
    public String id() {
        return "IM-OAUTH-" + name().replace('_', '-');
    }

    /** What to do next, where the provider's error code says nothing else. */
    public Then usually() {
        return usually;
    }

    /** The code with this id, for states that were stored. */
    public static Optional<TokenCode> of(String id) {
        return Arrays.stream(values()).filter(code -> code.id().equals(id)).findFirst();
    }

    /** What to do next. */
    public enum Then {
        /** Passes by itself: tried again, and nobody need do anything. */
        RETRY,
        /** Somebody must mend something at the provider or in Application links; tried again meanwhile, that does no harm. */
        WAIT,
        /** The consent is gone or was never given: no try can help before somebody authorizes. */
        STOP
    }
}
