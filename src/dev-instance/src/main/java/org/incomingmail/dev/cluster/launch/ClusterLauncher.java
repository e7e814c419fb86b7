package org.incomingmail.dev.cluster.launch;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.incomingmail.dev.Instance;
import org.incomingmail.dev.cluster.Joining;
import org.incomingmail.dev.house.Cluster;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.house.HomeFolder;
import org.incomingmail.dev.house.Options;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.house.StartFailure;
import org.incomingmail.dev.services.logging.HostLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cluster on this machine. This process is its entry, and has the database and the demo's mail server beside it. */
public final class ClusterLauncher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ClusterLauncher.class);
    private static final String ENTRY = "entry";
    private static final int LOOK_MILLIS = 200;

    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private final List<String> nodes = new ArrayList<>();
    private final String baseUrl;

    private ClusterLauncher(CommandLine commandLine, List<Room> rooms) {
        Options wanted = commandLine.options();
        open.push(HomeFolder.occupy(wanted.home()));
        // from now on, so that a start that is broken off leaves no process behind
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
        HostLog.open(wanted.home().resolve(ENTRY));
        try {
            Entry entry = Entry.open(wanted.port(), wanted.contextPath());
            open.push(entry);
            baseUrl = entry.baseUrl();
            String jdbcUrl = wanted.jdbcUrl().orElseGet(() -> {
                LocalPostgres postgres = LocalPostgres.start(wanted.home());
                open.push(postgres);
                return postgres.jdbcUrl();
            });
            ClusterFile file = new ClusterFile(jdbcUrl, "127.0.0.1:" + Joining.free(), baseUrl, wanted.contextPath());
            file.write(wanted.home());
            open.push(() -> ClusterFile.remove(wanted.home()));
            Options own = file.options(wanted.home(), ENTRY, true, 0);
            Instance instance = Instance.start(new CommandLine(own, List.of(), false), rooms);
            open.push(instance);
            entry.serve("/sandbox", instance.ownUrl());
            follow(entry, instance.services().get(Cluster.class));
            for (int number = 1; number <= commandLine.nodes(); number++) {
                startNode("node" + number, commandLine);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts it, one node after the other.
     *
     * @throws StartFailure with one line that says what to change
     */
    public static ClusterLauncher start(CommandLine commandLine, List<Room> rooms) {
        return new ClusterLauncher(commandLine, rooms);
    }

    /** Options and rooms of a node that joins the cluster of a home folder. */
    public static CommandLine joining(CommandLine commandLine) {
        Options wanted = commandLine.options();
        Options own = ClusterFile.read(wanted.home()).options(wanted.home(), commandLine.node(), false, 0);
        return new CommandLine(own, commandLine.apps(), 0, commandLine.node(), false);
    }

    private void startNode(String name, CommandLine commandLine) {
        NodeProcess node = NodeProcess.start(name, commandLine.options().home(), commandLine.apps());
        open.push(node);
        String url = node.awaitReady();
        nodes.add(name + " " + url + " (process " + node.pid() + ", log "
                + commandLine.options().home().resolve(name).resolve("logs/atlassian-confluence.log") + ")");
    }

    private void follow(Entry entry, Cluster cluster) {
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "entry");
            thread.setDaemon(true);
            return thread;
        });
        open.push(looking::shutdownNow);
        looking.scheduleWithFixedDelay(() -> look(entry, cluster), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void look(Entry entry, Cluster cluster) {
        try {
            entry.sendTo(cluster.members().stream().map(Cluster.Member::url).toList());
        } catch (RuntimeException e) {
            log.debug("The entry can't see which nodes there are", e);
        }
    }

    public String baseUrl() {
        return baseUrl;
    }

    /** A line for each node: its name, its own address, where to look. */
    public List<String> nodes() {
        return List.copyOf(nodes);
    }

    /** Nodes first, together; then what they stand on. */
    @Override
    public void close() {
        List<AutoCloseable> running = new ArrayList<>(open);
        open.clear();
        running.stream().filter(NodeProcess.class::isInstance).parallel().forEach(ClusterLauncher::close);
        running.stream().filter(each -> !(each instanceof NodeProcess)).forEach(ClusterLauncher::close);
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            log.warn("{} did not close cleanly", each.getClass().getSimpleName(), e);
        }
    }
}
