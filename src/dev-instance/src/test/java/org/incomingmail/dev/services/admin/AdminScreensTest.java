package org.incomingmail.dev.services.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.Schedule;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.people.PeopleRoom;
import org.incomingmail.dev.services.ServicesRoom;
import org.incomingmail.dev.services.jobs.Jobs;
import org.incomingmail.dev.services.jobs.ManagedJob;
import org.incomingmail.dev.services.mail.OutgoingMail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class AdminScreensTest {
    @TempDir
    static Path home;

    private static Instance instance;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        instance = Instance.start(
                CommandLine.parse(List.of("--port", "0", "--home", home.toString())),
                List.of(new ServicesRoom(), new PeopleRoom()));
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void onlySystemAdministratorsSeeThem() throws Exception {
        for (String path : List.of(
                LoggingServlet.PATH,
                ScheduledJobsServlet.PATH,
                SystemInformationServlet.PATH,
                OutgoingMailServlet.PATH)) {
            assertThat(get("alice", path).statusCode()).as(path).isEqualTo(403);
            Document screen = screen(path);
            assertThat(screen.select("#admin-heading").text()).as(path).isNotEmpty();
            assertThat(screen.select(".dev-admin-nav .aui-nav-selected"))
                    .as("the menu shows where we are: " + path)
                    .hasSize(1);
        }
    }

    @Test
    void aLevelChangedOnTheScreenChangesWhatIsLogged() throws Exception {
        LoggerFactory.getLogger("com.example.app.Reader").debug("before");
        assertThat(post(LoggingServlet.PATH, "loggerName", "com.example.app", "level", "DEBUG")
                        .statusCode())
                .isEqualTo(302);
        LoggerFactory.getLogger("com.example.app.Reader").debug("after");

        assertThat(screen(LoggingServlet.PATH)
                        .select("tr[data-logger=com.example.app] td")
                        .get(1)
                        .text())
                .isEqualTo("DEBUG");
        assertThat(Files.readString(home.resolve("logs/atlassian-confluence.log")))
                .contains("DEBUG [main] [com.example.app.Reader]", "after")
                .doesNotContain("before");
        HttpResponse<String> refused = post(LoggingServlet.PATH, "loggerName", "no name at all", "level", "DEBUG");
        assertThat(Jsoup.parse(refused.body()).select("#loggerName-error").text())
                .contains("Enter the name");
    }

    @Test
    void aJobIsRunDisabledAndItsHistoryShown() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Jobs jobs = instance.services().get(Jobs.class);
        JobConfig yearly = JobConfig.forJobRunnerKey(JobRunnerKey.of("key"))
                .withSchedule(Schedule.forCronExpression("0 0 0 1 1 ?"));
        jobs.schedule(new ManagedJob(
                JobId.of("fetch"),
                "Fetch <mail>",
                "Incoming Mail",
                yearly,
                request -> JobRunnerResponse.success("run " + runs.incrementAndGet())));

        assertThat(job("fetch").text()).contains("Fetch <mail>", "Incoming Mail", "0 0 0 1 1 ?", "never", "Scheduled");
        post(ScheduledJobsServlet.PATH, "id", "fetch", "action", "run");
        Awaitility.await().until(() -> jobs.all().stream()
                .anyMatch(job -> job.job().id().equals(JobId.of("fetch"))
                        && !job.history().isEmpty()));
        assertThat(job("fetch").text()).contains("Success run 1");
        assertThat(screen(ScheduledJobsServlet.PATH + "?history=fetch")
                        .select("#job-history tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .contains("Success run 1");

        post(ScheduledJobsServlet.PATH, "id", "fetch", "action", "disable");
        assertThat(job("fetch").text()).contains("Disabled", "Enable").doesNotContain("Scheduled");
        post(ScheduledJobsServlet.PATH, "id", "fetch", "action", "enable");
        assertThat(job("fetch").text()).contains("Scheduled");
        assertThat(post(ScheduledJobsServlet.PATH, "id", "nothing", "action", "run")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void systemInformationNamesDatabaseAndHome() throws Exception {
        assertThat(screen(SystemInformationServlet.PATH).text())
                .contains("HSQL Database Engine", home.toString(), System.getProperty("java.version"), "Uptime");
        assertThat(SystemFacts.address("jdbc:postgresql://db:5432/wiki?user=w&password=s3cret"))
                .isEqualTo("jdbc:postgresql://db:5432/wiki");
        assertThat(SystemFacts.address("jdbc:postgresql://w:s3cret@db/wiki")).doesNotContain("s3cret");
    }

    @Test
    void theOutgoingMailServerIsCheckedStoredAndItsPasswordNeverShown() throws Exception {
        HttpResponse<String> wrong =
                post(OutgoingMailServlet.PATH, "host", "a b", "port", "99999", "from", "nobody", "username", "wiki");
        assertThat(Jsoup.parse(wrong.body()).select(".field-group .error"))
                .as(wrong.body())
                .hasSize(4);

        post(OutgoingMailServlet.PATH, mail("smtp.example.org", "s3cret"));
        HttpResponse<String> stored = get("admin", OutgoingMailServlet.PATH);
        assertThat(stored.body())
                .contains("smtp.example.org", "Stored. Leave empty")
                .doesNotContain("s3cret");

        assertThat(post(OutgoingMailServlet.PATH, mail("smtp.example.org", "")).statusCode())
                .as("an empty password keeps the stored one")
                .isEqualTo(302);
        assertThat(instance.services()
                        .get(OutgoingMail.class)
                        .server()
                        .orElseThrow()
                        .login()
                        .orElseThrow()
                        .password())
                .isEqualTo("s3cret");
        assertThat(Jsoup.parse(post(OutgoingMailServlet.PATH, mail("smtp.evil.example", ""))
                                .body())
                        .select("#mail-password-error"))
                .as("the stored password does not go to another server")
                .hasSize(1);
    }

    private static String[] mail(String host, String password) {
        return new String[] {
            "host", host, "port", "587", "from", "wiki@example.org", "username", "wiki", "password", password
        };
    }

    private org.jsoup.nodes.Element job(String id) throws Exception {
        return java.util.Objects.requireNonNull(
                screen(ScheduledJobsServlet.PATH).selectFirst("tr[data-job=" + id + "]"));
    }

    private Document screen(String path) throws Exception {
        HttpResponse<String> answer = get("admin", path);
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> get(String user, String path) throws Exception {
        return http.send(request(user, path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String... fields) throws Exception {
        List<String> form = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return http.send(
                request("admin", path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Atlassian-Token", "no-check")
                        .POST(BodyPublishers.ofString(String.join("&", form)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String user, String path) {
        String secret = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(instance.baseUrl() + path)).header("Authorization", "Basic " + secret);
    }
}
