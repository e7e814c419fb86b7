package org.incomingmail.dev.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.house.StartFailure;
import org.incomingmail.dev.people.PeopleRoom;
import org.incomingmail.dev.services.ServicesRoom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppsTest {

    @TempDir
    static Path folder;

    private static Instance instance;
    private static Apps apps;

    @BeforeAll
    static void startInstance() {
        instance = Instance.start(commandLine(), List.of(new ServicesRoom(), new PeopleRoom()));
        apps = instance.services().get(Apps.class);
    }

    private static CommandLine commandLine() {
        return CommandLine.parse(
                List.of("--port", "0", "--home", folder.resolve("home").toString()));
    }

    @AfterAll
    static void stopInstance() {
        instance.close();
    }

    @BeforeEach
    void installFirstVersion() throws Exception {
        assertThat(apps.install(GreeterApp.jar(folder, "1.0")).problems()).isEmpty();
    }

    @Test
    void everyKindOfModuleWorks() throws Exception {
        String page = get("/plugins/servlet/greeter/you").body();
        assertThat(page)
                .contains("<title>Greeter - Confluence dev instance</title>")
                .contains("<p id=\"said\">Hello &lt;b&gt;/you</p>")
                .contains("Greeter item")
                .doesNotContain("Hidden item")
                .contains("/download/resources/test.greeter:page/page.js");
        assertThat(get("/rest/greeter/1.0/hello").body())
                .contains("\"version\":\"1.0\"")
                .contains("\"stored\":");
        assertThat(get("/rest/greeter/latest/hello").statusCode()).isEqualTo(200);
        assertThat(get("/download/resources/test.greeter:page/page.js").body())
                .isEqualTo("document.title = AJS.format(\"Hello {0}\", 'you');");
        assertThat(get("/download/resources/test.greeter/pictures/dot.svg").body())
                .isEqualTo("<svg/>");
    }

    @Test
    void modulesOfADisabledAppDisappearAndComeBack() throws Exception {
        apps.disable(GreeterApp.KEY);
        assertThat(get("/plugins/servlet/greeter/you").statusCode()).isEqualTo(404);
        assertThat(get("/rest/greeter/1.0/hello").statusCode()).isEqualTo(404);
        assertThat(get("/download/resources/test.greeter/pictures/dot.svg").statusCode())
                .isEqualTo(404);
        apps.enable(GreeterApp.KEY);
        assertThat(get("/plugins/servlet/greeter/you").body()).contains("Greeter item");
    }

    @Test
    void aNewJarReplacesTheClassesOfTheOldOne() throws Exception {
        apps.install(GreeterApp.jar(folder, "2.0"));
        assertThat(get("/rest/greeter/1.0/hello").body()).contains("\"version\":\"2.0\"");
        assertThat(apps.all()).hasSize(1);
    }

    @Test
    void anUnknownModuleIsReportedAndTheOthersWork() throws Exception {
        Path jar = GreeterApp.with(
                        "1.1",
                        "<xwork key=\"old\"/><servlet key=\"gone\" class=\"greeter.Gone\">"
                                + "<url-pattern>/gone</url-pattern></servlet>")
                .jar(folder, GreeterApp.KEY);
        AppStatus status = apps.install(jar);
        assertThat(status.running()).isTrue();
        assertThat(status.problems()).hasSize(2);
        assertThat(status.problems().get(0)).contains("xwork", "old", "no module type");
        assertThat(status.problems().get(1)).contains("gone", "greeter.Gone");
        assertThat(get("/plugins/servlet/greeter/you").statusCode()).isEqualTo(200);
        assertThat(log()).contains("App test.greeter: module <xwork key=\"old\"> can't be used");
    }

    @Test
    void aBrokenSpringContextIsReportedAndTheHostLivesOn() throws Exception {
        Path jar = GreeterApp.with("1.2", "")
                .file(
                        "META-INF/spring/broken.xml",
                        TestApp.CONTEXT.replace(
                                "<atlassian-scanner:scan-indexes/>", "<bean id=\"x\" class=\"greeter.NotThere\"/>"))
                .jar(folder, GreeterApp.KEY);
        AppStatus status = apps.install(jar);
        assertThat(status.running()).isFalse();
        assertThat(status.problems().get(0)).contains("Spring context failed", "greeter.NotThere");
        assertThat(log()).contains("App test.greeter can't be enabled");
        assertThat(get("/plugins/servlet/greeter/you").statusCode()).isEqualTo(404);
        assertThat(get("/login.action").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileThatIsNoAppIsRefusedAndChangesNothing() throws Exception {
        Path text = Files.writeString(folder.resolve("no.jar"), "not a jar");
        assertThatThrownBy(() -> apps.install(text))
                .isInstanceOf(AppRejected.class)
                .hasMessageContaining("not a jar");
        assertThat(apps.all()).hasSize(1);
    }

    @Test
    void aFailingServletShowsAPageWithoutItsSecrets() throws Exception {
        HttpResponse<String> answer = get("/plugins/servlet/greeter/boom");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Something went wrong").doesNotContain("secret detail");
        assertThat(log()).contains("secret detail");
    }

    @Test
    void aHomeInUseIsRefused() {
        assertThatThrownBy(() -> Instance.start(commandLine(), List.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("in use by another instance");
    }

    private static String log() throws IOException {
        return Files.readString(folder.resolve("home").resolve("logs").resolve("atlassian-confluence.log"));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(instance.baseUrl() + path))
                .header("Authorization", "Basic " + credentials)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
