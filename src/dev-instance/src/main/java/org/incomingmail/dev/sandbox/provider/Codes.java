package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Authorization codes: each good once, for a minute, for the client, address and verifier it was made for. */
final class Codes {
    private static final int MOST = 1000;

    private final ProviderSettings settings;
    private final Grants grants;
    private final Map<String, Code> byHash = new LinkedHashMap<>();

    Codes(ProviderSettings settings, Grants grants) {
        this.settings = settings;
        this.grants = grants;
    }

    synchronized AuthorizationCode issue(AuthorizeRequest request, Consent consent) {
        if (byHash.size() >= MOST) {
            byHash.remove(byHash.keySet().iterator().next());
        }
        var value = new AuthorizationCode(32);
        Instant expires = settings.clock().instant().plus(settings.lifetimes().code());
        byHash.put(Hash.of(value.getValue()), new Code(request, consent.id(), expires, false));
        return value;
    }

    /** Exchanges a code (RFC 6749 section 4.1.3); whatever comes of it, the code is used up. */
    synchronized Tokens redeem(AuthorizationCodeGrant grant, RegisteredClient client) throws Refusal {
        String hash = Hash.of(grant.getAuthorizationCode().getValue());
        Code code = byHash.get(hash);
        if (code == null) {
            throw Refusal.invalidGrant("The authorization code is unknown");
        }
        if (code.used()) {
            // RFC 6749 section 4.1.2: tokens given for a code that comes twice are revoked
            grants.revoke(code.consentId());
            throw Refusal.invalidGrant("The authorization code was used before");
        }
        byHash.put(hash, new Code(code.request(), code.consentId(), code.expires(), true));
        try {
            check(code, grant, client);
        } catch (Refusal refusal) {
            grants.revoke(code.consentId());
            throw refusal;
        }
        return grants.issue(code.consentId(), code.request().offline());
    }

    private void check(Code code, AuthorizationCodeGrant grant, RegisteredClient client) throws Refusal {
        AuthorizeRequest request = code.request();
        if (!settings.clock().instant().isBefore(code.expires())) {
            throw Refusal.invalidGrant("The authorization code has expired");
        }
        if (!request.client().id().equals(client.id())) {
            throw Refusal.invalidGrant("The authorization code was given to another client");
        }
        if (!request.redirectUri().equals(grant.getRedirectionURI())) {
            throw Refusal.invalidGrant("The redirect_uri is not the one of the authorization request");
        }
        if (grant.getCodeVerifier() == null
                || !CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
                        .equals(request.challenge())) {
            // RFC 7636 section 4.6
            throw Refusal.invalidGrant("The PKCE code_verifier is missing or does not match");
        }
    }

    private record Code(AuthorizeRequest request, String consentId, Instant expires, boolean used) {}
}
