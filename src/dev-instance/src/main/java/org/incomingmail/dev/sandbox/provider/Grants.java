package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The consents and the tokens given under them. */
final class Grants {
    private static final int MOST_CONSENTS = 500;
    /** How long a used refresh token is remembered, to notice that it comes again. */
    private static final Duration USED_TOKEN_KNOWN = Duration.ofDays(7);

    private final ProviderSettings settings;
    private final GrantsFile file;
    private final Map<String, Consent> consents = new LinkedHashMap<>();
    private final Map<String, IssuedToken> tokens = new LinkedHashMap<>();

    Grants(ProviderSettings settings) {
        this.settings = settings;
        this.file = new GrantsFile(settings.store());
        GrantsFile.Content kept = file.read();
        kept.consents().forEach(consent -> consents.put(consent.id(), consent));
        kept.tokens().forEach(token -> tokens.put(token.hash(), token));
    }

    synchronized Consent consent(String clientId, String account, List<String> scopes) {
        if (consents.size() >= MOST_CONSENTS) {
            revoke(consents.keySet().iterator().next());
        }
        var consent = new Consent(UUID.randomUUID().toString(), clientId, account, scopes, now());
        consents.put(consent.id(), consent);
        save();
        return consent;
    }

    /** Newest first. */
    synchronized List<Consent> consents() {
        List<Consent> newestFirst = new ArrayList<>(consents.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** The first tokens under a consent; the refresh token only if the person allowed access while being away. */
    synchronized Tokens issue(String consentId, boolean offline) throws Refusal {
        Consent consent = consents.get(consentId);
        if (consent == null) {
            throw Refusal.invalidGrant("The consent was revoked");
        }
        Tokens issued = new Tokens(accessToken(consent, consent.scopes()), offline ? refreshToken(consent) : null);
        save();
        return issued;
    }

    /** A token for an application itself. */
    synchronized Tokens issueTo(RegisteredClient client, List<String> scopes) {
        var issued = new Tokens(accessToken(null, client.id(), null, scopes), null);
        save();
        return issued;
    }

    /**
     * New tokens for old (RFC 6749 section 6). The old refresh token is good once: one that comes again was stolen, or
     * its successor was, so everything under the consent ends (RFC 9700 section 4.14.2).
     */
    synchronized Tokens refresh(String refreshToken, RegisteredClient client, @Nullable Scope wanted) throws Refusal {
        IssuedToken old = tokens.get(Hash.of(refreshToken));
        Consent consent = old == null || old.consentId() == null ? null : consents.get(old.consentId());
        if (old == null
                || consent == null
                || !old.isRefreshToken()
                || !old.clientId().equals(client.id())) {
            throw Refusal.invalidGrant("The refresh token is unknown, was revoked, or is another client's");
        }
        if (old.used()) {
            revoke(consent.id());
            throw Refusal.invalidGrant("The refresh token was used before; the whole grant has been revoked");
        }
        List<String> scopes = Scopes.narrowed(consent.scopes(), wanted);
        tokens.put(old.hash(), old.exchanged());
        Tokens issued = new Tokens(accessToken(consent, scopes), refreshToken(consent));
        save();
        return issued;
    }

    /** What an access token is worth now. */
    synchronized Optional<IssuedToken> live(String accessToken) {
        return Optional.ofNullable(tokens.get(Hash.of(accessToken)))
                .filter(token -> !token.isRefreshToken() && !token.isOver(now()));
    }

    /** RFC 7009 section 2.1: a refresh token takes the whole grant with it, an access token only itself. */
    synchronized void revokeToken(String value, RegisteredClient client) {
        IssuedToken token = tokens.get(Hash.of(value));
        if (token == null || !token.clientId().equals(client.id())) {
            return;
        }
        if (token.isRefreshToken() && token.consentId() != null) {
            revoke(token.consentId());
        } else {
            tokens.remove(token.hash());
            save();
        }
    }

    synchronized boolean revoke(String consentId) {
        boolean was = consents.remove(consentId) != null;
        tokens.values().removeIf(token -> consentId.equals(token.consentId()));
        save();
        return was;
    }

    /** Ends the access tokens before their time; refresh tokens stay good. */
    synchronized void forgetAccessTokens() {
        tokens.values().removeIf(token -> !token.isRefreshToken());
        save();
    }

    private BearerAccessToken accessToken(Consent consent, List<String> scopes) {
        return accessToken(consent.id(), consent.clientId(), consent.account(), scopes);
    }

    private BearerAccessToken accessToken(
            @Nullable String consentId, String clientId, @Nullable String account, List<String> scopes) {
        long seconds = settings.lifetimes().accessToken().toSeconds();
        var token =
                new BearerAccessToken(settings.accessTokenBytes(), seconds, new Scope(scopes.toArray(new String[0])));
        remember(token.getValue(), consentId, clientId, account, scopes, now().plusSeconds(seconds));
        return token;
    }

    private RefreshToken refreshToken(Consent consent) {
        var token = new RefreshToken();
        remember(token.getValue(), consent.id(), consent.clientId(), consent.account(), consent.scopes(), null);
        return token;
    }

    private void remember(
            String value,
            @Nullable String consentId,
            String clientId,
            @Nullable String account,
            List<String> scopes,
            @Nullable Instant expires) {
        var token = new IssuedToken(Hash.of(value), consentId, clientId, account, scopes, now(), expires, false);
        tokens.put(token.hash(), token);
    }

    private Instant now() {
        return settings.clock().instant();
    }

    private void save() {
        Instant longAgo = now().minus(USED_TOKEN_KNOWN);
        tokens.values()
                .removeIf(token ->
                        token.isOver(now()) || (token.used() && token.issued().isBefore(longAgo)));
        file.write(new GrantsFile.Content(new ArrayList<>(consents.values()), new ArrayList<>(tokens.values())));
    }
}
