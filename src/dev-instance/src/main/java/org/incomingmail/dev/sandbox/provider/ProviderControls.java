package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the owner of a provider can see and do, and how it is made to fail. */
public final class ProviderControls {
    private final Grants grants;
    private final Authorizing authorizing;
    private final TokenAnswers tokens;
    private final Introspection introspection;
    private final Faults faults;

    ProviderControls(
            Grants grants, Authorizing authorizing, TokenAnswers tokens, Introspection introspection, Faults faults) {
        this.grants = grants;
        this.authorizing = authorizing;
        this.tokens = tokens;
        this.introspection = introspection;
        this.faults = faults;
    }

    /** Everything is answered with 503 from now on, or as usual again. */
    public void setDown(boolean down) {
        faults.setDown(down);
    }

    public boolean isDown() {
        return faults.isDown();
    }

    /** Every good request of an application is answered with this error from now on. */
    public void refuseEverything(int status, String error, String description) {
        faults.refuse(new ErrorObject(error, description, status));
    }

    /** Ends {@link #refuseEverything}. */
    public void refuseNothing() {
        faults.refuse(null);
    }

    /** Newest first. */
    public List<Consent> consents() {
        return grants.consents();
    }

    /** Takes a consent back, with all tokens given under it; false if there is no such consent. */
    public boolean revoke(String consentId) {
        return grants.revoke(consentId);
    }

    /** Access tokens end before their time, as after an incident; refresh tokens stay good. */
    public void endAccessTokens() {
        grants.forgetAccessTokens();
    }

    /** How often a refresh token was presented. */
    public int refreshes() {
        return tokens.refreshes();
    }

    /**
     * Where the browser would be sent if the account's owner signed in and allowed it.
     *
     * @return empty where the provider shows an error page of its own
     */
    public Optional<URI> allow(URI authorizationRequest, String account) {
        return authorizing.allowedAtOnce(authorizationRequest, account);
    }

    /** What a token is worth; empty for one that is unknown, expired or revoked. */
    public Optional<TokenFacts> inspect(String accessToken) {
        return introspection.facts(accessToken);
    }
}
