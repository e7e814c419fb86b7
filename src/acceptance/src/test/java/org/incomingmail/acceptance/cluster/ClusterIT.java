package org.incomingmail.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.incomingmail.acceptance.Browser;
import org.incomingmail.acceptance.MailServers;
import org.incomingmail.acceptance.Rest;
import org.incomingmail.acceptance.Wiki;
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
    private RunningCluster cluster;

    @SuppressWarnings("NullAway.Init")
    private Rest admin;

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder;
        dovecot = DovecotServer.start();
        cluster = RunningCluster.start(home);
        admin = cluster.administrator();
        for (String mailbox : MAILBOXES) {
            new MailServers(admin).create(MailServers.settings(dovecot, Protocol.IMAPS, mailbox));
        }
        awaitShares(Map.of("node1", 3L, "node2", 3L), Duration.ofSeconds(60));
    }

    @AfterAll
    void stop() {
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
        for (URI node : cluster.nodes().values()) {
            String metrics = RunningCluster.administrator(node)
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
        Map<String, URI> nodes = cluster.nodes();
        Rest one = RunningCluster.administrator(nodes.getOrDefault("node1", cluster.baseUrl()));
        Rest other = RunningCluster.administrator(nodes.getOrDefault("node2", cluster.baseUrl()));
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
        Map<String, URI> nodes = cluster.nodes();
        long before = cluster.appStarts();
        List<String> warnings = cluster.warnings();
        AppUpload.upload(cluster.baseUrl(), AppUpload.otherBuild(home));
        AtomicInteger rounds = new AtomicInteger();
        await("both nodes have it, while mail goes on to arrive")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    deliver("Rolling", rounds.get(), rounds.incrementAndGet());
                    return cluster.appStarts() == before + 2;
                });
        everyMailIsOnePage("Rolling", rounds.get());
        for (URI node : nodes.values()) {
            RunningCluster.administrator(node)
                    .get("/rest/incoming-mail/1.0/servers")
                    .expect(200);
        }
        awaitShares(Map.of("node1", 3L, "node2", 3L), TAKE_OVER);
        assertThat(cluster.warnings()).as("an update is nothing to worry about").isEqualTo(warnings);
    }

    @Test
    void theMailboxesOfANodeThatDiesAreTakenOverAndOfOneThatJoinsGivenBack() throws Exception {
        deliver("Survivor", 20);
        cluster.kill("node2");
        long died = System.nanoTime();
        awaitShares(Map.of("", 6L), TAKE_OVER);
        System.out.printf("taken over %.1f s after the death of a node%n", (System.nanoTime() - died) / 1e9);
        deliver("Survivor of later", 1);
        everyMailIsOnePage("Survivor", 21);
        cluster.join("node2");
        awaitShares(Map.of("node1", 3L, "node2", 3L), TAKE_OVER);
        deliver("Rejoined", 1);
        everyMailIsOnePage("Rejoined", 1);
    }

    private void deliver(String subject, int each) {
        deliver(subject, 0, each);
    }

    private void deliver(String subject, int from, int to) {
        for (String mailbox : MAILBOXES) {
            dovecot.deliver(mailbox, IntStream.range(from, to).mapToObj(number -> mail(mailbox, subject, number)));
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
}
