package org.incomingmail.dev.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.dev.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's way: sign in, consent, back. */
@SuppressWarnings("NullAway.Init")
class SignInTest {
    private final MovableClock clock = new MovableClock();
    private Provider provider;
    private Application application;
    private Visitor ann;

    @BeforeEach
    void start() throws Exception {
        provider = Provider.start(Shop.settings(clock));
        application = new Application(provider);
        ann = new Visitor(provider.endpoints().issuer().toString());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private String begin(Map<String, String> request) throws Exception {
        return location(ann.get("/authorize?" + Application.form(request)));
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> send(Visitor visitor, String page, Map<String, String> fields) throws Exception {
        String html = visitor.get(page).body();
        return visitor.post(
                page.replaceAll("\\?.*", ""),
                Map.of(
                        "request", hidden(html, "request"),
                        "form", hidden(html, "form"),
                        "username", fields.getOrDefault("username", ""),
                        "password", fields.getOrDefault("password", ""),
                        "decision", fields.getOrDefault("decision", "")));
    }

    private static String hidden(String html, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        return matcher.find() ? matcher.group(1) : "";
    }

    private String signedIn(String page) throws Exception {
        return location(send(ann, page, Map.of("username", "ann@mail.test", "password", "ann's")));
    }

    @Test
    void signingInAndAllowingLeadsBackWithACode() throws Exception {
        String consent = signedIn(begin(Application.request()));
        String page = ann.get(consent).body();
        assertThat(page)
                .contains("Our &lt;Wiki&gt;", "ann@mail.test", "Read mail by IMAP", "Stay signed in", "wiki.test")
                .doesNotContain("Read mail by POP", "<Wiki>");

        String back = location(send(ann, consent, Map.of("decision", "allow")));
        Map<String, String> answer = Application.parameters(URI.create(back));
        assertThat(back).startsWith(Shop.BACK + "&");
        assertThat(answer)
                .containsEntry("state", "st&te")
                .containsEntry("iss", provider.endpoints().issuer().toString());
        assertThat(application
                        .token(Application.exchange(answer.getOrDefault("code", "")))
                        .status())
                .isEqualTo(200);
        assertThat(provider.controls().consents()).extracting(Consent::account).containsExactly("ann@mail.test");
    }

    @Test
    void denyingIsToldToTheApplication() throws Exception {
        String consent = signedIn(begin(Application.request()));
        String back = location(send(ann, consent, Map.of("decision", "deny")));
        assertThat(Application.parameters(URI.create(back)))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "st&te")
                .containsKey("iss");
        assertThat(provider.controls().consents()).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidAndTheNameKept() throws Exception {
        HttpResponse<String> response =
                send(ann, begin(Application.request()), Map.of("username", "ann@mail.test", "password", "no"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("role=\"alert\"", "value=\"ann@mail.test\"");
    }

    @Test
    void whoIsSignedInIsNotAskedAgainUnlessTheApplicationWantsAChoice() throws Exception {
        signedIn(begin(Application.request()));
        assertThat(begin(Application.request())).startsWith("/consent");
        Map<String, String> choosing = Application.request();
        choosing.put("prompt", "select_account");
        assertThat(begin(choosing)).startsWith("/signin");
    }

    @Test
    void aDecisionIsTakenOnce() throws Exception {
        String consent = signedIn(begin(Application.request()));
        location(send(ann, consent, Map.of("decision", "allow")));
        assertThat(ann.get(consent).statusCode()).isEqualTo(400);
        assertThat(provider.controls().consents()).hasSize(1);
    }

    @Test
    void aRequestDoesNotWaitForever() throws Exception {
        String consent = signedIn(begin(Application.request()));
        clock.pass(Duration.ofMinutes(11));
        assertThat(ann.get(consent).statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyElseCanSayYesInAnnsName() throws Exception {
        String consent = signedIn(begin(Application.request()));
        var stranger = new Visitor(provider.endpoints().issuer().toString());
        assertThat(location(stranger.get(consent))).startsWith("/signin");
        String request = consent.replaceAll(".*=", "");
        assertThat(ann.post("/consent", Map.of("request", request, "form", "guessed", "decision", "allow"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(provider.controls().consents()).isEmpty();
    }

    @Test
    void pagesCannotBeFramedOrStored() throws Exception {
        HttpResponse<String> page = ann.get(begin(Application.request()));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
    }
}
