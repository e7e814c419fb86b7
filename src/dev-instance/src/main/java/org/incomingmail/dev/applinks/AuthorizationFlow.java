package org.incomingmail.dev.applinks;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.oauth2.client.api.storage.token.ClientTokenEntity;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The authorization code flow with PKCE (RFC 6749 section 4.1, RFC 7636) for apps: the host's OAuth2Service. */
final class AuthorizationFlow implements OAuth2Service {
    private final OutgoingLinks links;
    private final Tokens tokens;
    private final TokenEndpoint endpoint;
    private final PendingFlows flows;
    private final Supplier<URI> redirectUri;
    private final Clock clock;

    AuthorizationFlow(
            OutgoingLinks links,
            Tokens tokens,
            TokenEndpoint endpoint,
            PendingFlows flows,
            Supplier<URI> redirectUri,
            Clock clock) {
        this.links = links;
        this.tokens = tokens;
        this.endpoint = endpoint;
        this.flows = flows;
        this.redirectUri = redirectUri;
        this.clock = clock;
    }

    @Override
    public List<OAuth2Provider> getConfiguredOAuth2Providers() {
        return links.all().stream()
                .map(link ->
                        new OAuth2Provider(link.id(), link.name(), link.type().name()))
                .toList();
    }

    @Override
    public OAuth2Result initialiseOAuth2Flow(
            HttpSession session, String oAuth2ProviderId, UnaryOperator<String> buildRedirect) {
        OutgoingLink link = links.find(oAuth2ProviderId)
                .orElseThrow(() -> new IllegalArgumentException("there is no outgoing link " + oAuth2ProviderId));
        State state = new State(32);
        CodeVerifier verifier = new CodeVerifier();
        flows.begin(
                session,
                new PendingFlow(
                        state.getValue(),
                        link.id(),
                        verifier.getValue(),
                        buildRedirect.apply(state.getValue()),
                        clock.instant(),
                        null));
        AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(
                        ResponseType.CODE, new ClientID(link.clientId()))
                .endpointURI(link.authorizationEndpoint())
                .redirectionURI(redirectUri.get())
                .scope(new Scope(link.scopes().toArray(new String[0])))
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        link.type().authorizationParameters().forEach(request::customParameter);
        return new OAuth2Result(state.getValue(), request.build().toURI().toString());
    }

    /**
     * The provider sent the browser back (RFC 6749 section 4.1.2).
     *
     * @param parameters of the request, single-valued
     * @return where to send the browser
     * @throws OAuth2Exception when the state is unknown here: expired, used already, or begun in another session
     */
    String returned(HttpSession session, Map<String, String> parameters) throws OAuth2Exception {
        PendingFlow flow = flows.take(session, parameters.getOrDefault("state", ""))
                .orElseThrow(() -> new OAuth2Exception("This authorization was not begun in this session, has been used"
                        + " already, or took longer than ten minutes. Start again with Authorize."));
        flows.begin(session, flow.ended(outcome(flow, parameters)));
        return flow.returnTo();
    }

    private PendingFlow.Outcome outcome(PendingFlow flow, Map<String, String> parameters) {
        try {
            OutgoingLink link = links.find(flow.linkId())
                    .orElseThrow(() -> new OAuth2Exception("the outgoing link was removed meanwhile"));
            checkIssuer(link, parameters.get("iss"));
            String error = parameters.get("error");
            if (error != null) {
                throw new ProviderRefusal(error, parameters.getOrDefault("error_description", ""));
            }
            Grant grant = endpoint.exchange(
                    link,
                    links.secret(link.id()),
                    new AuthorizationCode(parameters.getOrDefault("code", "none")),
                    redirectUri.get(),
                    new CodeVerifier(flow.verifier()));
            return new PendingFlow.Outcome(store(link, grant), null);
        } catch (OAuth2Exception e) {
            return new PendingFlow.Outcome(null, e.getMessage());
        }
    }

    private static void checkIssuer(OutgoingLink link, @Nullable String issuer) throws OAuth2Exception {
        if (link.issuer() != null && issuer != null && !link.issuer().equals(issuer)) {
            // RFC 9207 section 2.4: an answer of another authorization server is not processed
            throw new OAuth2Exception("the answer comes from another authorization server than this link's");
        }
    }

    private String store(OutgoingLink link, Grant grant) throws OAuth2Exception {
        Instant now = clock.instant();
        if (grant.refreshToken() == null && grant.expires().isBefore(now.plus(AccessLifetime.LONG_ENOUGH))) {
            throw new OAuth2Exception("Refresh token is not present and access token lifetime is too short.");
        }
        String id = UUID.randomUUID().toString();
        tokens.add(new StoredToken(
                id,
                link.id(),
                grant.accessToken(),
                grant.expires(),
                grant.refreshToken(),
                grant.scopes(),
                now,
                null,
                null,
                null));
        return id;
    }

    @Override
    public String completeOAuth2Flow(HttpSession session, String oAuthProviderId) throws OAuth2Exception {
        PendingFlow.Outcome outcome = flows.takeEnded(session, oAuthProviderId)
                .map(PendingFlow::outcome)
                .orElseThrow(() -> new OAuth2Exception("no authorization came back in this session"));
        if (outcome.tokenId() == null) {
            throw new OAuth2Exception(String.valueOf(outcome.error()));
        }
        return outcome.tokenId();
    }

    @Override
    public ClientTokenEntity getToken(String tokenId) throws OAuth2Exception {
        return tokens.find(tokenId).orElseThrow(() -> new OAuth2Exception("there is no token " + tokenId));
    }
}
