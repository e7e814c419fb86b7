package org.incomingmail.dev.applinks.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import com.atlassian.confluence.oauth2.OAuth2Service;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpSession;
import org.incomingmail.dev.applinks.MemorySession;
import org.incomingmail.dev.applinks.World;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.incomingmail.dev.applinks.provider.ProviderRefusal;
import org.incomingmail.dev.applinks.tokens.Holder;
import org.incomingmail.dev.applinks.tokens.StoredToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class AuthorizationFlowTest {
    private final HttpSession session = MemorySession.open();
    private World world;

    @BeforeEach
    void open(@TempDir Path home) {
        world = new World(home);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private OAuth2Service.OAuth2Result begin(OutgoingLink link) {
        return world.flow.initialiseOAuth2Flow(session, link.id(), id -> "/confluence/mail/form.action?flow=" + id);
    }

    private Map<String, String> consent(OAuth2Service.OAuth2Result begun) {
        AuthorizationRequest request = World.request(begun.getRedirectUrl());
        return new HashMap<>(Map.of(
                "code",
                world.provider.consent(request),
                "state",
                request.getState().getValue(),
                "iss",
                world.provider.issuer()));
    }

    private String comeBack(Map<String, String> parameters) throws OAuth2Exception {
        return world.flow.returned(session, new ProviderReply(parameters));
    }

    private OAuth2Exception failure(OutgoingLink link) {
        try {
            world.flow.completeOAuth2Flow(session, link.id());
        } catch (OAuth2Exception e) {
            return e;
        }
        throw new AssertionError("the flow went well");
    }

    @Test
    void somebodyConsentsAndTheAppGetsATokenThatIsStored() throws Exception {
        OutgoingLink link = world.link();
        OAuth2Service.OAuth2Result begun = begin(link);

        assertThat(comeBack(consent(begun)))
                .isEqualTo("http://localhost:1990/confluence/mail/form.action?flow=" + begun.getFlowId());
        String tokenId = world.flow.completeOAuth2Flow(session, link.id());

        StoredToken token = world.tokens.find(tokenId).orElseThrow();
        assertThat(token.holder()).isEqualTo(Holder.APP);
        assertThat(token.getScopes()).containsExactly("mail", "offline_access");
        assertThat(world.flow.getToken(tokenId).getAccessToken()).startsWith("access-token-");
        assertThat(token.getRefreshToken()).startsWith("refresh-token-");
    }

    @Test
    void theRequestHasEverythingTheSpecificationsAskFor() {
        AuthorizationRequest request = World.request(begin(world.link()).getRedirectUrl());

        assertThat(request.getRedirectionURI())
                .isEqualTo(URI.create("http://localhost:1990/confluence/oauth2/callback.action"));
        assertThat(request.getCodeChallengeMethod()).isEqualTo(CodeChallengeMethod.S256);
        assertThat(request.getScope().toStringList()).containsExactly("mail", "offline_access");
        assertThat(request.getState().getValue()).hasSizeGreaterThan(40);
        assertThat(request.getClientID().getValue()).isEqualTo("the-client");
    }

    @Test
    void eachProviderIsAskedInItsWayForARefreshToken() {
        AuthorizationRequest google =
                World.request(begin(world.link(ProviderType.GOOGLE, null, "https://mail.google.com/"))
                        .getRedirectUrl());
        assertThat(google.getCustomParameters()).containsKey("access_type");
        assertThat(google.toParameters().get("prompt")).containsExactly("consent");
        assertThat(google.toParameters().get("access_type")).containsExactly("offline");

        AuthorizationRequest microsoft = World.request(
                begin(world.link(ProviderType.MICROSOFT, null, "https://outlook.office.com/IMAP.AccessAsUser.All"))
                        .getRedirectUrl());
        assertThat(microsoft.getScope().toStringList()).endsWith("offline_access");
        assertThat(microsoft.toParameters()).doesNotContainKey("prompt");

        AuthorizationRequest custom = World.request(begin(world.link()).getRedirectUrl());
        assertThat(custom.toParameters().get("prompt")).containsExactly("select_account");
    }

    @Test
    void aRefusalReachesTheAppInTheProvidersWords() throws Exception {
        OutgoingLink link = world.link();
        Map<String, String> reply = consent(begin(link));
        reply.remove("code");
        reply.put("error", "access_denied");
        reply.put("error_description", "AADSTS65004: User declined\r\nto consent.");

        comeBack(reply);

        OAuth2Exception refused = failure(link);
        assertThat(refused)
                .isInstanceOf(ProviderRefusal.class)
                .hasMessage("access_denied: AADSTS65004: User declined to consent.");
        assertThat(world.tokens.ofLink(link.id())).isEmpty();
    }

    @Test
    void aReplayedStateIsRefused() throws Exception {
        Map<String, String> reply = consent(begin(world.link()));
        comeBack(reply);

        assertThatThrownBy(() -> comeBack(reply))
                .isInstanceOf(OAuth2Exception.class)
                .hasMessageContaining("used already");
    }

    @Test
    void aStateOfAnotherSessionIsRefused() {
        Map<String, String> reply = consent(begin(world.link()));

        assertThatThrownBy(() -> world.flow.returned(MemorySession.open(), new ProviderReply(reply)))
                .isInstanceOf(OAuth2Exception.class)
                .hasMessageContaining("not begun in this session");
        assertThat(world.provider.tokenRequests).as("the code went nowhere").isEmpty();
    }

    @Test
    void anInventedOrMissingStateIsRefused() {
        Map<String, String> reply = consent(begin(world.link()));
        reply.put("state", "invented");
        assertThatThrownBy(() -> comeBack(reply)).isInstanceOf(OAuth2Exception.class);
        reply.remove("state");
        assertThatThrownBy(() -> comeBack(reply)).isInstanceOf(OAuth2Exception.class);
    }

    @Test
    void aStateIsGoodForTenMinutes() throws Exception {
        OutgoingLink link = world.link();
        Map<String, String> late = consent(begin(link));
        world.clock.pass(Duration.ofMinutes(10));
        Map<String, String> inTime = late;
        comeBack(inTime);

        Map<String, String> tooLate = consent(begin(link));
        world.clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThatThrownBy(() -> comeBack(tooLate)).hasMessageContaining("ten minutes");
    }

    @Test
    void aCodeUsedTwiceIsTheProvidersRefusal() throws Exception {
        OutgoingLink link = world.link();
        Map<String, String> first = consent(begin(link));
        comeBack(first);
        Map<String, String> second = consent(begin(link));
        second.put("code", first.get("code"));

        comeBack(second);

        assertThat(world.flow.completeOAuth2Flow(session, firstFlow(link))).isNotEmpty();
    }

    /** The newest outcome is the refusal; behind it the first flow's token still waits. */
    private String firstFlow(OutgoingLink link) {
        assertThat(failure(link)).hasMessage("invalid_grant: the code is not good");
        return link.id();
    }

    @Test
    void theVerifierOfAnotherFlowDoesNotOpenTheCode() throws Exception {
        OutgoingLink link = world.link();
        Map<String, String> mine = consent(begin(link));
        Map<String, String> stolen = consent(begin(link));
        mine.put("code", stolen.get("code"));

        comeBack(mine);

        assertThat(failure(link)).hasMessageStartingWith("invalid_grant");
        assertThat(world.tokens.ofLink(link.id())).isEmpty();
    }

    @Test
    void aLinkWithAnIssuerTakesNoAnswerOfAnother() throws Exception {
        OutgoingLink link = world.link(ProviderType.CUSTOM, world.provider.issuer(), "mail");
        comeBack(consent(begin(link)));
        assertThat(world.flow.completeOAuth2Flow(session, link.id())).isNotEmpty();
        int asked = world.provider.tokenRequests.size();

        Map<String, String> wrong = consent(begin(link));
        wrong.put("iss", "https://evil.example");
        comeBack(wrong);
        assertThat(failure(link)).hasMessageContaining("another authorization server");

        Map<String, String> silent = consent(begin(link));
        silent.remove("iss");
        comeBack(silent);
        assertThat(failure(link)).hasMessageContaining("does not say which authorization server");
        assertThat(world.provider.tokenRequests).as("no code went to it").hasSize(asked);
    }

    @Test
    void aShortLivedTokenWithoutRefreshTokenIsRefused() throws Exception {
        OutgoingLink link = world.link();
        world.provider.givesRefreshTokens = false;
        comeBack(consent(begin(link)));
        assertThat(failure(link)).hasMessage("Refresh token is not present and access token lifetime is too short.");

        world.provider.lifetime = Duration.ofDays(31);
        comeBack(consent(begin(link)));
        assertThat(world.flow.completeOAuth2Flow(session, link.id())).isNotEmpty();
    }

    @Test
    void aReplyWithRepeatedParametersOrWithoutACodeIsNoReply() throws Exception {
        OutgoingLink link = world.link();
        Map<String, String> reply = consent(begin(link));
        Map<String, String[]> twice = new HashMap<>();
        reply.forEach((name, value) -> twice.put(name, new String[] {value}));
        twice.put("code", new String[] {"one", "two"});

        world.flow.returned(session, ProviderReply.of(twice));

        assertThat(failure(link)).hasMessageContaining("neither a code nor an error");
    }

    @Test
    void theBrowserComesBackToThisWikiOnly() {
        OutgoingLink link = world.link();
        for (String elsewhere :
                Set.of("https://evil.example/", "//evil.example/x", "http://localhost:1990.evil.example/", "::")) {
            assertThatThrownBy(() -> world.flow.initialiseOAuth2Flow(session, link.id(), id -> elsewhere))
                    .as(elsewhere)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> world.flow.initialiseOAuth2Flow(session, "nothing", id -> "/"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void removingTheLinkMeanwhileEndsTheFlowWithAReason() throws Exception {
        OutgoingLink link = world.link();
        Map<String, String> reply = consent(begin(link));
        world.links.remove(link.id());

        comeBack(reply);

        assertThat(failure(link)).hasMessageContaining("removed");
    }
}
