package org.incomingmail.confluence.oauth;

import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.oauth2.client.api.ClientToken;
import com.atlassian.oauth2.client.api.storage.TokenHandler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.servlet.http.HttpSession;
import org.incomingmail.confluence.authorization.Consent;
import org.incomingmail.engine.connection.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * The calls to the host's OAuth 2.0 client, each by the best method that this host has. Loaded only when used, as the
 * types may be missing; a {@link LinkageError} means that a member has another shape than expected.
 */
final class HostCalls {
    private final OAuth2Service service;
    private final @Nullable TokenHandler handler;

    HostCalls(Object service, Optional<Object> handler) {
        this.service = (OAuth2Service) service;
        this.handler = (TokenHandler) handler.orElse(null);
    }

    /** A token that is valid for a while yet where the host can refresh for us, else the stored one. */
    AccessToken token(String tokenId) throws Exception {
        if (handler != null && Proposal.HANDLER_REFRESHES.offered()) {
            return read(handler.getRefreshedToken(tokenId));
        }
        return read(
                Proposal.SERVICE_REFRESHES.offered()
                        ? (ClientToken) Proposal.SERVICE_REFRESHES.call(service, tokenId)
                        : service.getToken(tokenId));
    }

    /** Another token in place of a refused one, where the host can be told; else what {@link #token} gives. */
    AccessToken tokenAfterRefusal(String tokenId, String refused) throws Exception {
        return handler != null && Proposal.TOKEN_AFTER_REFUSAL.offered()
                ? read((ClientToken) Proposal.TOKEN_AFTER_REFUSAL.call(handler, tokenId, refused))
                : token(tokenId);
    }

    boolean offersApplicationTokens() {
        return handler != null && Proposal.APPLICATION_TOKEN.offered();
    }

    /** A token for the client itself; an unsupported operation where the host has none. */
    AccessToken applicationToken(String clientId) throws Exception {
        if (handler == null) {
            throw new UnsupportedOperationException();
        }
        return read((ClientToken) Proposal.APPLICATION_TOKEN.call(handler, clientId));
    }

    /** Another token for the client itself: the host keeps one as long as it looks valid, unless it is told. */
    AccessToken applicationTokenAfterRefusal(String clientId, String refused) throws Exception {
        return handler != null && Proposal.TOKEN_AFTER_REFUSAL.offered()
                ? read((ClientToken) Proposal.TOKEN_AFTER_REFUSAL.call(handler, clientId, refused))
                : applicationToken(clientId);
    }

    /** Begins a flow and gives the flow's id and the address of the provider. */
    Consent.Begun begin(HttpSession session, String clientId, String returnTo) {
        UnaryOperator<String> back = flowId -> returnTo;
        OAuth2Service.OAuth2Result begun = service.initialiseOAuth2Flow(session, clientId, back);
        return new Consent.Begun(begun.getFlowId(), begun.getRedirectUrl());
    }

    /** Ends a flow and gives the id of the new token. */
    String complete(HttpSession session, String flowOrClientId) throws Exception {
        return service.completeOAuth2Flow(session, flowOrClientId);
    }

    private static AccessToken read(@Nullable ClientToken token) {
        if (token == null || token.getAccessToken() == null) {
            throw new IllegalStateException("there is no token");
        }
        String value = token.getAccessToken();
        return new AccessToken(
                value,
                token.getAccessTokenExpiration(),
                scopes(token),
                TokenAccount.in(value).orElse(null));
    }

    private static List<String> scopes(ClientToken token) {
        return Proposal.GRANTED_SCOPES.offered() ? Objects.requireNonNullElse(token.getScopes(), List.of()) : List.of();
    }
}
