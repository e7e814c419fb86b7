package org.incomingmail.dev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.token.Tokens;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.Visitor;
import org.incomingmail.dev.applinks.flow.RedirectUrl;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.house.Options;
import org.incomingmail.dev.people.PeopleRoom;
import org.incomingmail.dev.sandbox.provider.Consenting;
import org.incomingmail.dev.sandbox.provider.RegisteredClient;
import org.incomingmail.dev.services.ServicesRoom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox's OAuth 2.0 part as somebody sees it who tries the instance out. */
@SuppressWarnings("NullAway.Init")
class OAuthDemoTest {
    private static final String PROVIDER = "/sandbox/provider.action";

    @TempDir
    Path home;

    private Instance instance;
    private SandboxRoom room;
    private Visitor admin;

    @BeforeEach
    void start() throws Exception {
        room = new SandboxRoom();
        instance = Instance.start(
                new CommandLine(new Options(0, "/confluence", home, Optional.empty()), List.of(), false),
                List.of(new ServicesRoom(), new PeopleRoom(), room));
        admin = new Visitor(instance.baseUrl());
        admin.logIn("admin", "admin");
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    private Document mailbox(String address) throws Exception {
        return Jsoup.parse(admin.get("/sandbox/mail.action?mailbox=" + address).body());
    }

    private static String shown(Document page, String id) {
        return page.select("#sandbox-link-" + id).text();
    }

    /** The wiki with what its administrator copies from the page, registered as the page says. */
    private Consenting wiki(Document page) {
        URI back = URI.create(redirectUrl(page));
        return new Consenting(
                room.oauth().provider(),
                RegisteredClient.forPeople(
                        shown(page, "client-id"), shown(page, "client-secret"), "wiki", Set.of(back), Set.of()));
    }

    private static String redirectUrl(Document page) {
        return page.select("#sandbox-redirect-url").text();
    }

    private TlsClient mailProgram(Document page) throws Exception {
        return new TlsClient(
                room.servers(),
                page.select("#sandbox-authority-pem").textNodes().get(0).getWholeText());
    }

    private HttpResponse<String> press(String action, Map<String, String> more) throws Exception {
        var fields = new java.util.HashMap<>(more);
        fields.put("do", action);
        fields.put("atl_token", admin.token(PROVIDER));
        return admin.post(PROVIDER, fields);
    }

    @Test
    void thePageHoldsEverythingThatIsNeeded() throws Exception {
        Document page = mailbox(SandboxOAuth.MAILBOX);
        assertThat(redirectUrl(page)).isEqualTo(instance.baseUrl() + RedirectUrl.PATH);
        assertThat(page.select("#sandbox-connection [data-protocol=IMAPS] .port")
                        .text())
                .isEqualTo(Integer.toString(room.servers().imapsPort()));
        assertThat(page.select("#sandbox-connection [data-protocol=IMAP]")).isEmpty();
        assertThat(shown(page, "authorization")).endsWith("/authorize");

        String[] scopes = shown(page, "scopes").split(" ");
        String token = wiki(page)
                .allowedBy(SandboxOAuth.MAILBOX, scopes)
                .getAccessToken()
                .getValue();
        assertThat(mailProgram(page).count("imaps", "XOAUTH2", SandboxOAuth.MAILBOX, token))
                .isZero();
        assertThat(mailProgram(page).count("pop3s", "XOAUTH2", SandboxOAuth.SHARED, token))
                .isZero();
    }

    @Test
    void peopleSignInWithTheirMailboxesPasswordsButNobodyAsASharedOne() {
        var mailboxes = room.servers().mailboxes();
        assertThat(mailboxes.account("oauth@wiki.test", "oauth")).contains("oauth@wiki.test");
        assertThat(mailboxes.account("alice", "alice")).contains("alice@wiki.test");
        assertThat(mailboxes.account("alice", "bob")).isEmpty();
        assertThat(mailboxes.account("shared@wiki.test", "shared")).isEmpty();
    }

    @Test
    void aRestartKeepsPortsAuthorityClientConsentAndTokens() throws Exception {
        Document before = mailbox(SandboxOAuth.MAILBOX);
        Tokens tokens = wiki(before).allowedBy(SandboxOAuth.MAILBOX, "mail.imap", "offline_access");

        stop();
        start();

        Document after = mailbox(SandboxOAuth.MAILBOX);
        for (String kept : List.of("#sandbox-connection", "#sandbox-link", "#sandbox-authority-pem")) {
            assertThat(after.select(kept).text()).isEqualTo(before.select(kept).text());
        }
        String old = tokens.getAccessToken().getValue();
        assertThat(mailProgram(before).count("imaps", "XOAUTH2", SandboxOAuth.MAILBOX, old))
                .isZero();
        assertThat(room.oauth().provider().controls().consents()).hasSize(1);
    }

    @Test
    void aConsentIsRevokedOnTheProvidersPage() throws Exception {
        Document page = mailbox(SandboxOAuth.MAILBOX);
        String token = wiki(page)
                .allowedBy(SandboxOAuth.MAILBOX, "mail.imap")
                .getAccessToken()
                .getValue();
        Document consents = Jsoup.parse(admin.get(PROVIDER).body());
        assertThat(consents.select("#sandbox-consents").text()).contains(SandboxOAuth.MAILBOX, "mail.imap");
        String id = consents.select("#sandbox-consents input[name=consent]").val();

        assertThat(press("revoke", Map.of("consent", id)).statusCode()).isEqualTo(302);
        assertThat(admin.get(PROVIDER).body()).contains("sandbox-no-consents");
        assertThat(room.oauth().provider().controls().inspect(token)).isEmpty();
    }

    @Test
    void theProviderGoesDownAndUpAndTokensEnd() throws Exception {
        var controls = room.oauth().provider().controls();
        press("down", Map.of());
        assertThat(controls.isDown()).isTrue();
        assertThat(Jsoup.parse(admin.get(PROVIDER).body())
                        .select("#sandbox-provider-state")
                        .text())
                .contains("is down");
        press("up", Map.of());
        assertThat(controls.isDown()).isFalse();
        String token = wiki(mailbox(SandboxOAuth.MAILBOX))
                .allowedBy(SandboxOAuth.MAILBOX, "mail.imap")
                .getAccessToken()
                .getValue();
        press("endAccessTokens", Map.of());
        assertThat(controls.inspect(token)).isEmpty();
        assertThat(press("explode", Map.of()).body()).contains("There is no such action.");
    }

    @Test
    void nothingHappensWithoutTheFormsToken() throws Exception {
        assertThat(admin.post(PROVIDER, Map.of("do", "down")).statusCode()).isEqualTo(403);
        assertThat(room.oauth().provider().controls().isDown()).isFalse();
    }

    @Test
    void moreAddressesAreRegisteredAndMistakesNamed() throws Exception {
        assertThat(press("addresses", Map.of("addresses", "nonsense")).body()).contains("data-field=\"addresses\"");
        press("addresses", Map.of("addresses", "https://wiki.example/oauth2/callback.action\n"));
        assertThat(room.oauth().client().registration().redirectUris())
                .extracting(URI::toString)
                .containsExactly(instance.baseUrl() + RedirectUrl.PATH, "https://wiki.example/oauth2/callback.action");
    }
}
