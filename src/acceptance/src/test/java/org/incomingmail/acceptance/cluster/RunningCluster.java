package org.incomingmail.acceptance.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incomingmail.acceptance.DevInstanceProcess;
import org.incomingmail.acceptance.Rest;

/** Two nodes and their entry, as ./atl-run starts them. */
final class RunningCluster implements AutoCloseable {
    private static final Pattern ROW =
            Pattern.compile("data-node=\"(\\w+)\".*?href=\"([^\"]+)\".*?<td>(\\d+)</td>\\s*</tr>", Pattern.DOTALL);
    private final Path home;
    private final DevInstanceProcess started;
    private final List<DevInstanceProcess> joined = new ArrayList<>();
    private final Rest admin;

    private RunningCluster(Path home, DevInstanceProcess started) {
        this.home = home;
        this.started = started;
        this.admin = administrator(started.baseUrl());
    }

    static RunningCluster start(Path home) {
        return new RunningCluster(home, DevInstanceProcess.startListening(home, "--cluster", "2"));
    }

    /** Of the entry. */
    URI baseUrl() {
        return started.baseUrl();
    }

    /** By the entry: each request meets the next node. */
    Rest administrator() {
        return admin;
    }

    static Rest administrator(URI node) {
        return new Rest(node, "admin", "admin");
    }

    void join(String node) {
        joined.add(DevInstanceProcess.startListening(home, "--node", node));
    }

    void kill(String node) {
        String pid = rows().filter(row -> row.group(1).equals(node))
                .findFirst()
                .orElseThrow()
                .group(3);
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    /** Addresses of the nodes, by name. */
    Map<String, URI> nodes() {
        return rows().collect(Collectors.toMap(row -> row.group(1), row -> URI.create(row.group(2))));
    }

    private Stream<MatchResult> rows() {
        return ROW.matcher(admin.get("/admin/cluster/clustering.action")
                        .expect(200)
                        .body())
                .results();
    }

    /** How often the app was started on any node. */
    long appStarts() throws IOException {
        return log(line -> line.contains("App org.incomingmail.confluence") && line.endsWith("is enabled"))
                .size();
    }

    /** What the nodes warned of so far. */
    List<String> warnings() throws IOException {
        return log(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    }

    private List<String> log(Predicate<String> wanted) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String node : List.of("node1", "node2")) {
            Files.readString(home.resolve(node).resolve("logs/atlassian-confluence.log"))
                    .lines()
                    .filter(wanted)
                    .map(line -> node + ": " + line)
                    .forEach(lines::add);
        }
        return lines;
    }

    @Override
    public void close() {
        joined.forEach(DevInstanceProcess::close);
        started.close();
    }
}
