package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database behind an entry, six mailboxes that push their mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {
    private static final List<String> MAILBOXES =
            DovecotServer.PASSWORDS.keySet().stream().sorted().toList();
    private static final Duration TAKE_OVER = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private DovecotServer dovecot;

    @SuppressWarnings("NullAway.Init")
    private DevInstanceProcess cluster;

    private final List<DevInstanceProcess> joined = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Rest admin;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        dovecot = DovecotServer.start();
        cluster = DevInstanceProcess.startListening(home, "--cluster", "2");
        admin = new Rest(cluster.baseUrl(), "admin", "admin");
        for (String mailbox : MAILBOXES) {
            new MailServers(admin).create(MailServers.settings(dovecot, Protocol.IMAPS, mailbox));
        }
        awaitShares(Map.of("node1", 3L, "node2", 3L), Duration.ofSeconds(60));
    }

    @AfterAll
    void stop() {
        joined.forEach(DevInstanceProcess::close);
        cluster.close();
        dovecot.close();
    }

    @Test
    void whoLoggedInIsKnownToEveryNode() throws Exception {
        Visitor visitor = new Visitor(cluster.baseUrl());
        visitor.post("/dologin.action", "os_username=admin&os_password=admin");
        TreeSet<String> answered = new TreeSet<>();
        for (int visit = 0; visit < 8; visit++) {
            String page = visitor.get("/");
            assertThat(page).contains("data-username=\"admin\"");
            answered.add(page.replaceAll("(?s).*\\((node\\d)\\)</p>.*", "$1"));
        }
        assertThat(answered).as("nodes that answered").containsExactly("node1", "node2");
        assertThat(visitor.get("/sandbox/mail.action")).contains("data-username=\"admin\"", "wiki@wiki.test");
        String nodes = admin.get("/admin/cluster/clustering.action").expect(200).body();
        assertThat(nodes).contains("data-node=\"node1\"", "data-node=\"node2\"");
    }

    @Test
    void mailIsPushedToTheNodeThatLooksAfterTheMailbox() {
        for (URI node : nodes().values()) {
            String metrics = new Rest(node, "admin", "admin")
                    .get("/rest/incoming-mail/1.0/metrics")
                    .expect(200)
                    .body();
            assertThat(metrics.lines().filter(line -> line.matches("incoming_mail_pushed\\{.* 1\\.0")))
                    .hasSize(3);
        }
        deliver("Pushed", 2);
        everyMailIsOnePage("Pushed", 2);
        for (String language : List.of("en", "ja")) {
            try (Browser browser = new Browser(cluster.baseUrl(), language)) {
                browser.logIn("admin", "admin");
                browser.openAsAdministrator("/plugins/servlet/incoming-mail/servers", "admin");
                browser.sees(language.equals("en") ? "Looked after by node2" : "担当ノード: node2");
                browser.screenshot("cluster-servers-" + language);
                browser.open("/admin/cluster/clustering.action");
                browser.sees("node2");
                browser.screenshot("cluster-nodes-" + language);
            }
        }
    }

    @Test
    void whatIsChangedOnOneNodeActsOnAll() {
        Map<String, URI> nodes = nodes();
        Rest one = new Rest(nodes.getOrDefault("node1", cluster.baseUrl()), "admin", "admin");
        Rest other = new Rest(nodes.getOrDefault("node2", cluster.baseUrl()), "admin", "admin");
        for (String mailbox : MAILBOXES.subList(0, 2)) {
            long id = id(mailbox);
            enable(one, id, false);
            assertThat(server(other, id).path("enabled").asBoolean()).isFalse();
            await("both see that nobody listens")
                    .atMost(TAKE_OVER)
                    .until(() -> !pushed(server(one, id)) && !pushed(server(other, id)));
            enable(other, id, true);
        }
        awaitShares(Map.of("node1", 3L, "node2", 3L), TAKE_OVER.multipliedBy(2));
    }

    @Test
    void anAppIsReplacedOnOneNodeAfterTheOtherAndNothingIsLost() throws Exception {
        Map<String, URI> nodes = nodes();
        long before = starts();
        deliver("Rolling", 5);
        upload(otherJar());
        deliver("Rolling on", 5);
        await("both nodes have it").atMost(Duration.ofSeconds(60)).until(() -> starts() == before + 2);
        everyMailIsOnePage("Rolling", 10);
        for (URI node : nodes.values()) {
            new Rest(node, "admin", "admin")
                    .get("/rest/incoming-mail/1.0/servers")
                    .expect(200);
        }
        awaitShares(Map.of("node1", 3L, "node2", 3L), TAKE_OVER);
    }

    @Test
    void theMailboxesOfANodeThatDiesAreTakenOverAndOfOneThatJoinsGivenBack() throws Exception {
        deliver("Survivor", 20);
        long pid = pid("node2");
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        long died = System.nanoTime();
        awaitShares(Map.of("", 6L), TAKE_OVER);
        System.out.printf("taken over %.1f s after the death of a node%n", (System.nanoTime() - died) / 1e9);
        deliver("Survivor of later", 1);
        everyMailIsOnePage("Survivor", 21);
        DevInstanceProcess again = DevInstanceProcess.startListening(home, "--node", "node2");
        joined.add(again);
        awaitShares(Map.of("node1", 3L, "node2", 3L), TAKE_OVER);
        deliver("Rejoined", 1);
        everyMailIsOnePage("Rejoined", 1);
    }

    private void deliver(String subject, int each) {
        for (String mailbox : MAILBOXES) {
            dovecot.deliver(mailbox, IntStream.range(0, each).mapToObj(number -> mail(mailbox, subject, number)));
        }
    }

    private static byte[] mail(String mailbox, String subject, int number) {
        String title = subject + " " + mailbox + " " + number;
        return ("From: alice@wiki.test\r\nTo: " + mailbox + "\r\nSubject: " + title + "\r\nMessage-ID: <"
                        + title.replace(' ', '.').replace('@', '.') + "@mail.test>\r\n\r\nText\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** By push alone: the poll interval is an hour. */
    private void everyMailIsOnePage(String subject, int each) {
        int expected = each * MAILBOXES.size();
        TreeMap<String, Integer> titles = await("pages called " + subject)
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> new Wiki(admin).titles("DEMO", subject), found -> found.size() >= expected);
        assertThat(titles).hasSize(expected);
        assertThat(titles.values()).as("each once").containsOnly(1);
    }

    private void awaitShares(Map<String, Long> expected, Duration longest) {
        await("mailboxes by node")
                .atMost(longest)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(this::shares, expected::equals);
    }

    /** How many mailboxes are pushed, by the node that is told. */
    private Map<String, Long> shares() {
        return servers().stream()
                .map(server -> server.path("state"))
                .filter(state -> state.path("pushed").asBoolean())
                .collect(Collectors.groupingBy(state -> state.path("node").asText(), Collectors.counting()));
    }

    private long id(String mailbox) {
        return servers().stream()
                .filter(server -> server.path("username").asText().equals(mailbox))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    private List<JsonNode> servers() {
        List<JsonNode> servers = new ArrayList<>();
        admin.get("/rest/incoming-mail/1.0/servers")
                .expect(200)
                .json()
                .path("servers")
                .forEach(servers::add);
        return servers;
    }

    private static JsonNode server(Rest node, long id) {
        return new MailServers(node).read(id);
    }

    private static boolean pushed(JsonNode server) {
        return server.at("/state/pushed").asBoolean();
    }

    private static void enable(Rest node, long id, boolean enabled) {
        var settings = (com.fasterxml.jackson.databind.node.ObjectNode) server(node, id);
        node.put(
                        "/rest/incoming-mail/1.0/servers/" + id,
                        settings.put("enabled", enabled).toString())
                .expect(200);
    }

    /** Addresses of the nodes, by name. */
    private Map<String, URI> nodes() {
        Matcher row = Pattern.compile("data-node=\"(\\w+)\".*?href=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(admin.get("/admin/cluster/clustering.action")
                        .expect(200)
                        .body());
        return row.results().collect(Collectors.toMap(each -> each.group(1), each -> URI.create(each.group(2))));
    }

    private long pid(String node) {
        Matcher row = Pattern.compile("data-node=\"" + node + "\".*?<td>(\\d+)</td>\\s*</tr>", Pattern.DOTALL)
                .matcher(admin.get("/admin/cluster/clustering.action")
                        .expect(200)
                        .body());
        assertThat(row.find()).isTrue();
        return Long.parseLong(row.group(1));
    }

    /** How often the app was started on any node. */
    private long starts() throws IOException {
        long starts = 0;
        for (String node : List.of("node1", "node2")) {
            starts += Files.readString(home.resolve(node).resolve("logs/atlassian-confluence.log"))
                    .lines()
                    .filter(line -> line.contains("App org.incomingmail.confluence") && line.endsWith("is enabled"))
                    .count();
        }
        return starts;
    }

    /** The app's jar with something more in it. */
    private Path otherJar() throws IOException {
        Path jar = Files.copy(Path.of(System.getProperty("app.jar")), home.resolve("another.jar"));
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Files.writeString(content.getPath("/another.txt"), "another build");
        }
        return jar;
    }

    private void upload(Path jar) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String resource = cluster.baseUrl() + "/rest/plugins/1.0/";
        String credentials = "Basic YWRtaW46YWRtaW4=";
        String token = http.send(
                        HttpRequest.newBuilder(URI.create(resource))
                                .header("Authorization", credentials)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("upm-token")
                .orElseThrow();
        String boundary = "boundary-of-the-upload";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"plugin\"; filename=\"app.jar\"\r\n"
                        + "Content-Type: application/java-archive\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(resource + "?token=" + token))
                        .header("Authorization", credentials)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, Files.readAllBytes(jar), tail)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** A browser, as far as cookies go. */
    private record Visitor(URI baseUrl, HttpClient http) {
        Visitor(URI baseUrl) {
            this(
                    baseUrl,
                    HttpClient.newBuilder()
                            .cookieHandler(new CookieManager())
                            .followRedirects(HttpClient.Redirect.NORMAL)
                            .build());
        }

        String get(String path) throws Exception {
            return http.send(
                            HttpRequest.newBuilder(URI.create(baseUrl + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        void post(String path, String form) throws Exception {
            http.send(
                    HttpRequest.newBuilder(URI.create(baseUrl + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }
}
