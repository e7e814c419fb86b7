package org.incomingmail.dev.applinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.confluence.oauth2.OAuth2Service;
import com.atlassian.oauth2.client.api.storage.TokenHandler;
import com.atlassian.oauth2.client.api.storage.config.ClientConfigStorageService;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.Visitor;
import org.incomingmail.dev.applinks.flow.RedirectUrl;
import org.incomingmail.dev.applinks.flow.Returning;
import org.incomingmail.dev.applinks.links.HttpsRequirement;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.people.PeopleRoom;
import org.incomingmail.dev.services.ServicesRoom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Application links as an administrator of a started instance sees them. */
@SuppressWarnings("NullAway.Init")
final class ApplicationLinksScreensTest {
    @TempDir
    static Path home;

    private static final MovingClock CLOCK = new MovingClock();
    private static final LocalProvider PROVIDER = new LocalProvider();
    private static Instance instance;
    private static LinksBrowser admin;

    @BeforeAll
    static void start() throws Exception {
        instance = Instance.start(
                CommandLine.parse(List.of("--port", "0", "--home", home.toString())),
                List.of(
                        new ServicesRoom(),
                        new PeopleRoom(),
                        new ApplicationLinksRoom(CLOCK, new HttpsRequirement(false, false))));
        admin = new LinksBrowser(instance);
    }

    @AfterAll
    static void stop() {
        instance.close();
        PROVIDER.close();
    }

    private static Element row(String id) throws Exception {
        return Objects.requireNonNull(
                admin.page(LinksBrowser.LIST).selectFirst("#application-links-table tr[data-link=" + id + "]"));
    }

    private static Document view(String id) throws Exception {
        return admin.page(LinksBrowser.VIEW + "?id=" + id);
    }

    /** Lets a consent go all the way; the page at the end. */
    private static Document authorized(String id) throws Exception {
        HttpResponse<String> back = admin.get(admin.authorize(id));
        HttpResponse<String> done = admin.get(LinksBrowser.location(back));
        return admin.page(admin.local(done));
    }

    @Test
    void onlySystemAdministratorsSeeThem() throws Exception {
        Visitor alice = new Visitor(instance.baseUrl());
        alice.logIn("alice", "alice");
        for (String path : List.of(LinksBrowser.LIST, LinksBrowser.FORM, LinksBrowser.VIEW, LinksBrowser.REMOVE)) {
            assertThat(alice.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(alice.get("/rest/applinks/1.0/outgoing").statusCode()).isEqualTo(403);
        assertThat(new Visitor(instance.baseUrl())
                        .get("/rest/applinks/1.0/outgoing")
                        .statusCode())
                .isEqualTo(401);
        assertThat(admin.page(LinksBrowser.LIST, "Accept-Language", "ja")
                        .select(".dev-admin-nav .aui-nav-selected")
                        .text())
                .isEqualTo("アプリケーション リンク");
        assertThat(admin.get(LinksBrowser.VIEW + "?id=nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theFormOffersWhatIsKnownOfEachProvider() throws Exception {
        Document google = admin.page(LinksBrowser.FORM + "?provider=GOOGLE");
        assertThat(google.select("#scopes").text()).isEqualTo("https://mail.google.com/");
        assertThat(google.select("#tokenEndpoint").attr("value")).isEqualTo("https://oauth2.googleapis.com/token");
        assertThat(google.select("#redirect-url").attr("value")).isEqualTo(instance.baseUrl() + RedirectUrl.PATH);
        Document microsoft = admin.page(LinksBrowser.FORM + "?provider=MICROSOFT");
        assertThat(microsoft.select("#cloud option").eachText())
                .containsExactly(
                        "Worldwide", "US Government (GCC High, DoD)", "China (21Vianet)", "Other: enter the endpoints");
        assertThat(microsoft.select("#tenant").attr("value")).isEqualTo("common");
        assertThat(admin.page("/admin/applinks/createlink.action")
                        .select("input[name=provider]")
                        .eachAttr("value"))
                .containsExactly("GOOGLE", "MICROSOFT", "CUSTOM");
        assertThat(admin.get(LinksBrowser.FORM + "?provider=YAHOO").statusCode())
                .as("back to the choice")
                .isEqualTo(302);
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedStaysExceptTheSecret() throws Exception {
        Map<String, String> fields = new HashMap<>(LinksBrowser.fields(PROVIDER, "<b>Wrong</b>"));
        fields.put("tokenEndpoint", "idp.example");
        fields.put("secretExpires", "soon");
        Document again = Jsoup.parse(admin.send(LinksBrowser.FORM, fields).body());
        assertThat(again.select("[data-field]").eachAttr("data-field"))
                .containsExactlyInAnyOrder("tokenEndpoint", "secretExpires");
        assertThat(again.select("#name").attr("value")).isEqualTo("<b>Wrong</b>");
        assertThat(again.html()).doesNotContain(PROVIDER.secret);
    }

    @Test
    void aLinkIsCreatedTestedAuthorizedAndUsedByAnApp() throws Exception {
        String id = admin.create(PROVIDER, "A link for apps");
        assertThat(row(id).text()).contains("A link for apps", "Custom", "the-client", "Not authorized", "No");

        Document tested = Jsoup.parse(admin.send(LinksBrowser.VIEW + "?id=" + id, Map.of("action", "test"))
                .body());
        assertThat(tested.select("#link-test tr").eachAttr("data-verdict")).containsExactly("OK", "OK");

        Document done = authorized(id);
        assertThat(done.select("#authorize-done")).hasSize(1);
        assertThat(done.select("#consents tbody tr").text())
                .contains("This page", "by admin", "mail offline_access", "Working");
        authorized(id);
        assertThat(view(id).select("#consents tbody tr"))
                .as("the link keeps its newest consent")
                .hasSize(1);
        assertThat(row(id).text()).contains("Authorized");
        assertThat(row(id).select(".dev-in-use").text())
                .as("a consent of the link's own")
                .isEqualTo("No");

        String token = givenToAnApp(id);
        assertThat(row(id).select(".dev-in-use").text()).isEqualTo("Yes, 1 token");
        CLOCK.pass(Duration.ofHours(1));
        assertThat(instance.services()
                        .get(TokenHandler.class)
                        .getRefreshedToken(token)
                        .getAccessToken())
                .startsWith("access-token-");
        assertThat(instance.services()
                        .get(ClientConfigStorageService.class)
                        .getById(id)
                        .orElseThrow()
                        .getName())
                .isEqualTo("A link for apps");
    }

    /** What an app does: begin, let the browser go round, complete. */
    private static String givenToAnApp(String linkId) throws Exception {
        OAuth2Service service = instance.services().get(OAuth2Service.class);
        assertThat(service.getConfiguredOAuth2Providers())
                .extracting(OAuth2Service.OAuth2Provider::getId)
                .contains(linkId);
        var session = MemorySession.open();
        var begun = service.initialiseOAuth2Flow(session, linkId, flow -> "/confluence/?flow=" + flow);
        var request = World.request(begun.getRedirectUrl());
        Returning.with(
                service, session, PROVIDER.consent(request), request.getState().getValue());
        return service.completeOAuth2Flow(session, begun.getFlowId());
    }

    @Test
    void aRefusalIsShownAndAnAddressUsedTwiceIsWorthNothing() throws Exception {
        String id = admin.create(PROVIDER, "Refused");
        String back = admin.authorize(id).replaceAll("code=[^&]*", "error=access_denied")
                + "&error_description=User%20%3Cb%3Edeclined%3C%2Fb%3E";
        HttpResponse<String> returned = admin.get(back);
        assertThat(returned.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        Document page = admin.page(admin.local(returned));
        assertThat(page.select("#authorize-refused").text()).contains("access_denied: User <b>declined</b>");
        assertThat(view(id).select("#consents")).isEmpty();

        HttpResponse<String> replayed = admin.get(back);
        assertThat(replayed.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(replayed.body()).select("#authorization-lost").text())
                .contains("used already");
        Visitor stranger = new Visitor(instance.baseUrl());
        assertThat(stranger.get(admin.authorize(id).replace(instance.baseUrl(), ""))
                        .statusCode())
                .as("another session")
                .isEqualTo(400);
    }

    @Test
    void rotatingTheSecretKeepsConsents() throws Exception {
        String id = admin.create(PROVIDER, "Rotated");
        authorized(id);
        Document wrong = Jsoup.parse(admin.send(LinksBrowser.ROTATE, Map.of("id", id, "clientSecret", ""))
                .body());
        assertThat(wrong.select("#clientSecret-error").text()).contains("Enter the client secret");

        HttpResponse<String> rotated = admin.send(
                LinksBrowser.ROTATE, Map.of("id", id, "clientSecret", "a-newer-secret", "secretExpires", "2030-01-31"));
        assertThat(admin.page(admin.local(rotated)).text())
                .contains("The new secret has been stored", "expires on 2030-01-31", "Working")
                .doesNotContain("a-newer-secret");
    }

    @Test
    void removingALinkSaysWhichConsentsGoWithIt() throws Exception {
        String id = admin.create(PROVIDER, "Removed & gone");
        authorized(id);
        String token = givenToAnApp(id);

        Document question = admin.page(LinksBrowser.REMOVE + "?id=" + id);
        assertThat(question.select("#link-in-use").text()).contains("1 token that an app holds goes with it");
        assertThat(question.text()).contains("2 stored tokens are removed for good");
        HttpResponse<String> removed = admin.send(LinksBrowser.REMOVE, Map.of("id", id));
        assertThat(admin.page(admin.local(removed)).text()).contains("The link Removed & gone has been removed.");
        assertThatThrownBy(() -> instance.services().get(OAuth2Service.class).getToken(token))
                .hasMessageContaining("no token");
    }

    @Test
    void aTokenIsForgottenOnItsOwn() throws Exception {
        String id = admin.create(PROVIDER, "Forgotten");
        String token = Objects.requireNonNull(authorized(id).selectFirst("#consents input[name=token]"))
                .attr("value");
        admin.send(LinksBrowser.VIEW + "?id=" + id, Map.of("action", "forget", "token", token));
        assertThat(view(id).select("#consents")).isEmpty();
    }

    @Test
    void administratorsAreRemindedOfASecretThatExpires() throws Exception {
        Map<String, String> fields = new HashMap<>(LinksBrowser.fields(PROVIDER, "Reminded"));
        fields.put("secretExpires", "2026-12-01");
        String id = admin.local(admin.send(LinksBrowser.FORM, fields)).replaceAll(".*id=([^&]+).*", "$1");
        assertThat(admin.page(LinksBrowser.LIST)
                        .select(".dev-reminder[data-link=" + id + "]")
                        .text())
                .contains("Reminded: The client secret expires in 7 days.");
    }

    @Test
    void restCreatesChangesAndRemovesLinksAndNeverShowsASecret() throws Exception {
        Rest rest = new Rest(instance.baseUrl());
        String created = rest.send(
                "POST",
                "",
                201,
                """
                {"provider":"MICROSOFT","name":"By REST","tenant":"contoso.onmicrosoft.com",
                 "clientId":"app","clientSecret":"rest-secret","secretExpires":"2030-01-31"}""");
        assertThat(created)
                .contains(
                        "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token",
                        "\"secretExpires\":\"2030-01-31\"",
                        "offline_access",
                        RedirectUrl.PATH)
                .doesNotContain("rest-secret");
        String id = created.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(rest.send("PUT", "/" + id, 200, "{\"description\":\"Changed\",\"tenant\":\"common\"}"))
                .contains("\"description\":\"Changed\"", "/common/", "By REST");
        assertThat(rest.send("POST", "", 400, "{\"provider\":\"CUSTOM\",\"tokenEndpoint\":\"x\"}"))
                .contains("\"tokenEndpoint\":", "\"name\":", "\"clientSecret\":");
        assertThat(rest.send("GET", "", 200, "")).contains("By REST").doesNotContain("rest-secret");
        rest.send("DELETE", "/" + id, 204, "");
        rest.send("GET", "/" + id, 404, "");
    }

    @Test
    void theLogSaysWhatWentWrongAndNothingSecret() throws Exception {
        String id = admin.create(PROVIDER, "Logged");
        String token = givenToAnApp(id);
        PROVIDER.liveRefreshTokens.clear();
        CLOCK.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> instance.services().get(TokenHandler.class).getRefreshedToken(token))
                .hasMessageStartingWith("invalid_grant");
        String back = admin.authorize(id).replaceAll("code=[^&]*", "code=code-of-nobody");
        admin.get(back);

        assertThat(Files.readString(home.resolve("logs/atlassian-confluence.log")))
                .contains(
                        "could not be refreshed: invalid_grant: Token has been expired or revoked.",
                        "Error occurred while authorizing an integration. The error message is: invalid_grant")
                .doesNotContain(PROVIDER.secret)
                .doesNotContain(back.replaceAll(".*state=([^&]+).*", "$1"))
                .doesNotContain("access-token-")
                .doesNotContain("refresh-token-")
                .doesNotContain("code-");
    }
}
