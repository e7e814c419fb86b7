package org.incomingmail.dev.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.Visitor;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.house.Options;
import org.incomingmail.dev.services.ServicesRoom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Login and administration over HTTP, against a started instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LoginTest {
    private static final String USERS = "/admin/users/browseusers.action";

    private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private Instance instance;
    private Visitor visitor;

    @BeforeAll
    void start(@TempDir Path home) {
        var options = new Options(0, "/confluence", home, Optional.empty());
        instance = Instance.start(
                new CommandLine(options, List.of(), false),
                List.of(new ServicesRoom(), new PeopleRoom(() -> now), host -> host.routes()
                        .servlet("/rest/nothing", new Rest())));
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    @BeforeEach
    void newVisitor() {
        visitor = new Visitor(instance.baseUrl());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String basic(String username, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAnonymousVisitorOfTheConsoleLogsInAndComesBack() throws Exception {
        HttpResponse<String> sent = visitor.get(USERS + "?searchTerm=a%26b");
        assertThat(location(sent)).contains("/login.action?os_destination=");
        HttpResponse<String> page = visitor.get(location(sent).replaceFirst(".*/confluence", ""));
        assertThat(page.body()).contains("value=\"/admin/users/browseusers.action?searchTerm=a%26b\"");

        HttpResponse<String> loggedIn = visitor.post(
                "/dologin.action", Map.of("os_username", "admin", "os_password", "admin", "os_destination", USERS));
        assertThat(location(loggedIn)).endsWith("/confluence" + USERS);
    }

    @Test
    void aWrongPasswordIsExplainedAndTheNameKept() throws Exception {
        HttpResponse<String> response = visitor.logIn("alice", "wrong");
        assertThat(response.body())
                .contains("your username and password are incorrect", "value=\"alice\"")
                .doesNotContain("wrong\"");
    }

    @Test
    void aLinkToTheLoginPageCannotLeadElsewhere() throws Exception {
        HttpResponse<String> response = visitor.post(
                "/dologin.action",
                Map.of("os_username", "alice", "os_password", "alice", "os_destination", "//evil.test/"));
        assertThat(location(response)).endsWith("/confluence/");
    }

    @Test
    void anotherSiteCannotLogSomebodyIn() throws Exception {
        HttpResponse<String> response = visitor.post(
                "/dologin.action",
                Map.of("os_username", "alice", "os_password", "alice"),
                "Origin",
                "https://evil.test");
        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void aLoginGetsAFreshSessionThatScriptsCannotRead() throws Exception {
        visitor.get("/login.action");
        var before = List.copyOf(visitor.cookies().getCookieStore().getCookies());
        visitor.logIn("alice", "alice");
        var after = visitor.cookies().getCookieStore().getCookies();
        assertThat(after).hasSize(1);
        assertThat(after.get(0).isHttpOnly()).isTrue();
        assertThat(after)
                .extracting("value")
                .isNotEqualTo(before.stream().map(c -> c.getValue()).toList());
    }

    @Test
    void anOrdinaryUserIsRefusedInTheWikisFrame() throws Exception {
        visitor.logIn("alice", "alice");
        HttpResponse<String> response = visitor.get(USERS);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("for system administrators", "id=\"header\"");
    }

    @Test
    void anAdministratorConfirmsThePasswordForTenMinutes() throws Exception {
        visitor.logIn("admin", "admin");
        assertThat(location(visitor.get(USERS))).contains("/authenticate.action?os_destination=");
        assertThat(visitor.post(
                                "/doauthenticate.action",
                                Map.of("password", "no", "atl_token", visitor.token("/authenticate.action")))
                        .body())
                .contains("The password is incorrect");

        assertThat(visitor.confirm("admin").statusCode()).isEqualTo(302);
        now = now.plus(Duration.ofMinutes(9));
        assertThat(visitor.get(USERS).body()).contains("alice@wiki.test", "山田 花子");
        now = now.plus(Duration.ofMinutes(9));
        assertThat(visitor.get(USERS).statusCode()).isEqualTo(200);
        now = now.plus(Duration.ofMinutes(10));
        assertThat(visitor.get(USERS).statusCode()).isEqualTo(302);

        visitor.confirm("admin");
        visitor.get("/dropauthentication.action");
        assertThat(visitor.get(USERS).statusCode()).isEqualTo(302);
    }

    @Test
    void basicAuthenticationNeedsNoSecureSessionAndBadCredentialsAreRefused() throws Exception {
        assertThat(visitor.get(USERS, "Authorization", basic("admin", "admin")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> bad = visitor.get("/", "Authorization", basic("admin", "no"));
        assertThat(bad.statusCode()).isEqualTo(401);
        assertThat(bad.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(visitor.get("/?os_authType=basic").statusCode()).isEqualTo(401);
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() throws Exception {
        visitor.logIn("alice", "alice");
        HttpResponse<String> response =
                visitor.post("/users/viewmyprofile.action", Map.of("fullName", "Mallory", "email", "m@evil.test"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("XSRF security token missing", "id=\"header\"");
        assertThat(visitor.get("/users/viewmyprofile.action").body()).contains("Alice Example");
    }

    @Test
    void restRefusesFormsOfBrowsersWithoutTheHeader() throws Exception {
        visitor.logIn("alice", "alice");
        assertThat(visitor.post("/rest/nothing", Map.of("a", "b")).statusCode()).isEqualTo(403);
        assertThat(visitor.post("/rest/nothing", "application/json", "{}", "Origin", "https://evil.test")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post("/rest/nothing", Map.of("a", "b"), "X-Atlassian-Token", "no-check")
                        .statusCode())
                .isEqualTo(204);
        assertThat(visitor.post("/rest/nothing", "application/json", "{}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void logoutEndsTheSession() throws Exception {
        visitor.logIn("alice", "alice");
        visitor.get("/logout.action");
        assertThat(visitor.get("/users/viewmyprofile.action").statusCode()).isEqualTo(302);
    }

    /** Stands for any REST resource. */
    private static final class Rest extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }
}
