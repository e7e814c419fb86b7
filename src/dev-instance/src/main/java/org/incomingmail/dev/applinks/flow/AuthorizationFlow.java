package org.incomingmail.dev.applinks.flow;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.oauth2.client.api.storage.token.ClientTokenEntity;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.servlet.http.HttpSession;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.OutgoingLinks;
import org.incomingmail.dev.applinks.provider.Grant;
import org.incomingmail.dev.applinks.provider.TokenEndpoint;
import org.incomingmail.dev.applinks.tokens.Holder;
import org.incomingmail.dev.applinks.tokens.Lifetimes;
import org.incomingmail.dev.applinks.tokens.StoredToken;
import org.incomingmail.dev.applinks.tokens.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorization code flow with PKCE (RFC 6749 section 4.1, RFC 7636) for apps: the host's OAuth2Service. */
public final class AuthorizationFlow implements OAuth2Service {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationFlow.class);
    private static final int STATE_BYTES = 32;
    private final OutgoingLinks links;
    private final Tokens tokens;
    private final TokenEndpoint endpoint;
    private final PendingFlows flows;
    private final RedirectUrl redirectUrl;
    private final Lifetimes lifetimes;
    private final Clock clock;

    public AuthorizationFlow(
            OutgoingLinks links,
            Tokens tokens,
            TokenEndpoint endpoint,
            RedirectUrl redirectUrl,
            Lifetimes lifetimes,
            Clock clock) {
        this.links = links;
        this.tokens = tokens;
        this.endpoint = endpoint;
        this.flows = new PendingFlows(clock);
        this.redirectUrl = redirectUrl;
        this.lifetimes = lifetimes;
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
        if (!redirectUrl.isUsable()) {
            throw new IllegalArgumentException("OAuth 2.0 needs a base URL with HTTPS");
        }
        String id = UUID.randomUUID().toString();
        String returnTo = redirectUrl.inThisWiki(buildRedirect.apply(id)).toString();
        State state = new State(STATE_BYTES);
        CodeVerifier verifier = new CodeVerifier();
        flows.begin(
                session,
                new PendingFlow(id, state.getValue(), link.id(), verifier.getValue(), returnTo, clock.instant()));
        return new OAuth2Result(
                id,
                AuthorizationRequests.of(link, redirectUrl.get(), state, verifier)
                        .toString());
    }

    /**
     * The provider sent the browser back (RFC 6749 section 4.1.2).
     *
     * @return where to send the browser
     * @throws OAuth2Exception when the state is unknown here: expired, used already, or begun in another session
     */
    String returned(HttpSession session, ProviderReply reply) throws OAuth2Exception {
        PendingFlow flow = flows.take(session, reply.state())
                .orElseThrow(() -> new OAuth2Exception("This authorization was not begun in this session, has been used"
                        + " already, or took longer than ten minutes. Start again with Authorize."));
        flows.end(session, flow, outcome(flow, reply));
        return flow.returnTo();
    }

    private PendingFlow.Outcome outcome(PendingFlow flow, ProviderReply reply) {
        try {
            OutgoingLink link = links.find(flow.linkId())
                    .orElseThrow(() -> new OAuth2Exception("the outgoing link was removed meanwhile"));
            Grant grant = endpoint.exchange(
                    link, links.secret(link.id()).orElse(""), reply.code(link), redirectUrl.get(), flow.verifier());
            return new PendingFlow.Granted(store(link, grant));
        } catch (OAuth2Exception e) {
            // the host's own words, which administrators search for
            LOG.warn(
                    "Error occurred while authorizing an integration. The error message is: {} (link {})",
                    e.getMessage(),
                    flow.linkId());
            return new PendingFlow.Failed(e);
        }
    }

    private String store(OutgoingLink link, Grant grant) throws OAuth2Exception {
        if (grant.refreshToken() == null
                && grant.expires().isBefore(clock.instant().plus(lifetimes.longEnough()))) {
            throw new OAuth2Exception("Refresh token is not present and access token lifetime is too short.");
        }
        ConfluenceUser user = AuthenticatedUserThreadLocal.get();
        StoredToken token = StoredToken.granted(
                link.id(), Holder.PENDING, grant, user == null ? "" : user.getName(), clock.instant());
        tokens.add(token);
        return token.id();
    }

    @Override
    public String completeOAuth2Flow(HttpSession session, String oAuthProviderId) throws OAuth2Exception {
        return complete(session, oAuthProviderId, Holder.APP);
    }

    /** Ends the flow, by its id or its link's, for this holder; the token's id. */
    public String complete(HttpSession session, String flowOrLinkId, Holder holder) throws OAuth2Exception {
        PendingFlow.Outcome outcome = flows.takeOutcome(session, flowOrLinkId)
                .orElseThrow(() -> new OAuth2Exception("no authorization came back in this session"));
        if (outcome instanceof PendingFlow.Failed failed) {
            throw failed.why();
        }
        String tokenId = ((PendingFlow.Granted) outcome).tokenId();
        tokens.handOver(tokenId, holder);
        return tokenId;
    }

    @Override
    public ClientTokenEntity getToken(String tokenId) throws OAuth2Exception {
        return tokens.find(tokenId).orElseThrow(() -> new OAuth2Exception("there is no token " + tokenId));
    }
}
