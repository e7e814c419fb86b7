package org.incomingmail.dev.applinks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.applinks.links.HttpsRequirement;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.people.PeopleRoom;
import org.incomingmail.dev.sandbox.provider.HeardLogs;
import org.incomingmail.dev.sandbox.provider.HostileProvider;
import org.incomingmail.dev.services.ServicesRoom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authorize with a provider that means harm: the administrator reads what is wrong, and nothing leaks. */
@SuppressWarnings("NullAway.Init")
class HostileAuthorizeTest {
    private static final String SECRET = "the-client-secret-nobody-may-see";

    @TempDir
    Path home;

    private HostileProvider hostile;
    private HeardLogs logs;
    private Instance instance;
    private LinksBrowser admin;

    @BeforeEach
    void start() throws Exception {
        hostile = new HostileProvider();
        logs = new HeardLogs();
        instance = Instance.start(
                CommandLine.parse(List.of("--port", "0", "--home", home.toString())),
                List.of(
                        new ServicesRoom(),
                        new PeopleRoom(),
                        new ApplicationLinksRoom(new MovingClock(), new HttpsRequirement(false, false))));
        admin = new LinksBrowser(instance);
    }

    @AfterEach
    void nothingLeaked() throws IOException {
        instance.close();
        logs.close();
        hostile.close();
        assertThat(logs.text()).doesNotContain(SECRET, HostileProvider.CODE, HostileProvider.TOKEN);
        assertThat(everythingStored()).doesNotContain(SECRET, HostileProvider.CODE, HostileProvider.TOKEN);
    }

    private String everythingStored() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private String link(String issuer) throws Exception {
        Map<String, String> fields = new HashMap<>();
        fields.put("provider", "CUSTOM");
        fields.put("name", "Hostile");
        fields.put("clientId", "wiki");
        fields.put("clientSecret", SECRET);
        fields.put("scopes", "mail offline_access");
        fields.put("authorizationEndpoint", hostile.authorizationEndpoint().toString());
        fields.put("tokenEndpoint", hostile.tokenEndpoint().toString());
        fields.put("issuer", issuer);
        return admin.local(admin.send(LinksBrowser.FORM, fields)).replaceAll(".*id=([^&]+).*", "$1");
    }

    /** What the administrator reads at the end. */
    private String refusal(String link) throws Exception {
        HttpResponse<String> callback = admin.get(admin.authorize(link));
        HttpResponse<String> end = admin.get(LinksBrowser.location(callback));
        assertThat(end.body()).doesNotContain(SECRET, HostileProvider.CODE, HostileProvider.TOKEN);
        Document page = Jsoup.parse(end.body());
        return page.select("#authorize-refused").text();
    }

    @Test
    void anAnswerOfAnotherIssuerIsNotEvenTried() throws Exception {
        hostile.claimsToBe("https://somebody.else.test");
        assertThat(refusal(link(hostile.issuer().toString())))
                .contains("invalid_issuer: the answer comes from another authorization server");
        assertThat(hostile.heard()).as("the code is not sent anywhere").isEmpty();
    }

    @Test
    void anAnswerWithoutTheIssuerThatWasAnnouncedIsNotTriedEither() throws Exception {
        assertThat(refusal(link(hostile.issuer().toString())))
                .contains("invalid_issuer: the answer does not say which authorization server sent it");
        assertThat(hostile.heard()).isEmpty();
    }

    @Test
    void whateverTheTokenEndpointDoesIsReadOnTheLinksPage() throws Exception {
        String link = link("");
        hostile.answersWithHtml(200);
        assertThat(refusal(link)).contains("does not answer as an OAuth 2.0 token endpoint (HTTP 200, text/html)");
        hostile.answersHugely();
        assertThat(refusal(link)).contains("the answer is larger than");
        hostile.givesTokensOfType("MAC");
        assertThat(refusal(link)).contains("does not answer as an OAuth 2.0 token endpoint");
        hostile.repeatsWhatItHears("invalid_client");
        assertThat(refusal(link)).contains("invalid_client");
        try (var elsewhere = new HostileProvider()) {
            hostile.redirectsTo(307, elsewhere.tokenEndpoint());
            assertThat(refusal(link)).contains("redirects its token endpoint elsewhere");
            assertThat(elsewhere.heard()).isEmpty();
        }
    }

    @Test
    void aCodeIsOfNoUseInAnotherSessionNorTwice() throws Exception {
        String link = link("");
        String callback = admin.authorize(link);
        HttpResponse<String> stranger = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(callback)).build(), BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(hostile.heard()).isEmpty();
        HttpResponse<String> first = admin.get(callback);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(admin.get(callback).statusCode()).isEqualTo(400);
        assertThat(hostile.heard()).hasSize(1);
    }
}
