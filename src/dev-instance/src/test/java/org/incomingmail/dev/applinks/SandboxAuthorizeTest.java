package org.incomingmail.dev.applinks;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oauth2.client.api.storage.TokenHandler;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.Visitor;
import org.incomingmail.dev.applinks.links.HttpsRequirement;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.people.PeopleRoom;
import org.incomingmail.dev.sandbox.SandboxRoom;
import org.incomingmail.dev.services.ServicesRoom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tour does with Application links: everything is copied from the sandbox's page. */
@SuppressWarnings("NullAway.Init")
class SandboxAuthorizeTest {
    @TempDir
    Path home;

    private Instance instance;
    private LinksBrowser admin;

    @BeforeEach
    void start() throws Exception {
        instance = Instance.start(
                CommandLine.parse(List.of("--port", "0", "--home", home.toString())),
                List.of(
                        new ServicesRoom(),
                        new PeopleRoom(),
                        new ApplicationLinksRoom(java.time.Clock.systemUTC(), new HttpsRequirement(false, false)),
                        new SandboxRoom()));
        admin = new LinksBrowser(instance);
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    private String createdLink() throws Exception {
        Document page = admin.page("/sandbox/mail.action?mailbox=oauth@wiki.test");
        Map<String, String> fields = new HashMap<>();
        fields.put("provider", "CUSTOM");
        fields.put("name", "Sandbox");
        Map.of(
                        "authorizationEndpoint", "authorization",
                        "tokenEndpoint", "token",
                        "clientId", "client-id",
                        "clientSecret", "client-secret",
                        "scopes", "scopes",
                        "issuer", "issuer")
                .forEach((field, id) ->
                        fields.put(field, page.select("#sandbox-link-" + id).text()));
        return admin.local(admin.send(LinksBrowser.FORM, fields)).replaceAll(".*id=([^&]+).*", "$1");
    }

    /** Signs in at the provider, which is another site, and answers its question; where it sends the browser. */
    private static String answered(String authorizationRequest, String decision) throws Exception {
        URI request = URI.create(authorizationRequest);
        Visitor person = new Visitor("http://" + request.getAuthority());
        String signIn = location(person.get(request.getRawPath() + "?" + request.getRawQuery()));
        String consent = location(send(person, signIn, Map.of("username", "oauth@wiki.test", "password", "oauth")));
        return location(send(person, consent, Map.of("decision", decision)));
    }

    private static HttpResponse<String> send(Visitor person, String page, Map<String, String> typed) throws Exception {
        Map<String, String> fields = new HashMap<>(typed);
        Jsoup.parse(person.get(page).body())
                .select("input[type=hidden]")
                .forEach(hidden -> fields.put(hidden.attr("name"), hidden.val()));
        return person.post(page.replaceAll("\\?.*", ""), fields);
    }

    private static String location(HttpResponse<String> answer) {
        return LinksBrowser.location(answer);
    }

    private Document back(String link, String decision) throws Exception {
        HttpResponse<String> begun = admin.send(LinksBrowser.VIEW + "?id=" + link, Map.of("action", "authorize"));
        HttpResponse<String> callback = admin.get(answered(location(begun), decision));
        HttpResponse<String> end = admin.get(location(callback));
        return end.statusCode() == 302 ? admin.page(admin.local(end)) : Jsoup.parse(end.body());
    }

    @Test
    void theLinkIsTestedAndAuthorizedWithWhatThePageSays() throws Exception {
        String link = createdLink();
        Document tested = Jsoup.parse(admin.send(LinksBrowser.VIEW + "?id=" + link, Map.of("action", "test"))
                .body());
        assertThat(tested.select("#link-test tr")).isNotEmpty();
        assertThat(tested.select("#link-test tr[data-verdict=FAILED]").text()).isEmpty();

        Document authorized = back(link, "allow");
        assertThat(authorized.select("#authorize-done")).hasSize(1);
        assertThat(authorized.select("#consents").text()).contains("mail.imap mail.pop offline_access");
        assertThat(admin.page("/sandbox/provider.action")
                        .select("#sandbox-consents")
                        .text())
                .contains("oauth@wiki.test");
        assertThat(instance.services()
                        .get(TokenHandler.class)
                        .getApplicationToken(link)
                        .getAccessToken())
                .isNotEmpty();
    }

    @Test
    void aNoIsToldToTheAdministrator() throws Exception {
        assertThat(back(createdLink(), "deny").select("#authorize-refused").text())
                .contains("access_denied: The person said no");
    }
}
