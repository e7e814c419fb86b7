package org.incomingmail.acceptance.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.java.ao.Query;
import org.incomingmail.acceptance.storage.AppTables;
import org.incomingmail.confluence.host.ClusterLocks;
import org.incomingmail.confluence.storage.ActiveObjectsLedger;
import org.incomingmail.confluence.storage.ActiveObjectsServerStates;
import org.incomingmail.confluence.storage.MessageRow;
import org.incomingmail.dev.services.Locks;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.Credentials;
import org.incomingmail.engine.connection.Mailboxes;
import org.incomingmail.engine.delivery.Delivery;
import org.incomingmail.engine.delivery.FetchReport;
import org.incomingmail.engine.delivery.Ledger;
import org.incomingmail.engine.delivery.Limits;
import org.incomingmail.engine.delivery.Measures;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.delivery.Spool;
import org.incomingmail.engine.delivery.Transactions;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.nodes.Duty;
import org.incomingmail.engine.server.GivenServers;
import org.incomingmail.engine.server.MailServer;

/** A node: the engine over the app's tables, the real ones, in a process that ends at a chosen step. */
public final class Node {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Set<String> OPEN = Set.of("PROCESSING", "RETRYING");

    private Node() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        NodeSettings settings = NodeSettings.read(arguments);
        try (AppTables tables = new AppTables(settings.home(), settings.jdbcUrl());
                AngusMailboxes mailboxes = new AngusMailboxes()) {
            TableWiki wiki = new TableWiki(tables.database());
            wiki.create();
            tellCommitted(tables);
            fetch(settings, tables, wiki, mailboxes);
            wiki.tell();
            for (MessageRow row : tables.activeObjects().find(MessageRow.class)) {
                Said.JOURNAL.say(row.getState() + " " + row.getSubject());
            }
            Said.DONE.say("");
        }
    }

    private static void tellCommitted(AppTables tables) {
        for (MessageRow row : tables.activeObjects().find(MessageRow.class, Query.select())) {
            if (!OPEN.contains(row.getState())) {
                Said.COMMITTED.say(String.valueOf(row.getSubject()));
            }
        }
        Said.STARTED.say("");
    }

    private static void fetch(NodeSettings settings, AppTables tables, TableWiki wiki, AngusMailboxes mailboxes)
            throws Exception {
        FaultPoints points = new FaultPoints(settings.deadly());
        MailServer server = settings.server();
        Path spool = Files.createTempDirectory(settings.home(), "spool");
        Transactions transactions = points.around(Transactions.class, tables.transactions());
        Delivery.Ports ports = new Delivery.Ports(
                GivenServers.one(() -> server),
                new ActiveObjectsServerStates(tables.activeObjects()),
                any -> new Credentials.Password(NodeSettings.password()),
                opening(points, mailboxes),
                Duty.EVERYTHING,
                new ClusterLocks(Locks.of(settings.jdbcUrl())),
                points.around(Ledger.class, new ActiveObjectsLedger(tables.activeObjects())),
                points.around(MessageStore.class, NodeRooms.store(settings.home())),
                transactions,
                NodeRooms.walk(points, server.id(), wiki, tables, transactions),
                Measures.NONE);
        Limits limits = new Limits(500, 10_000_000, 1_000, Duration.ZERO, Duration.ofMinutes(5), 0, 3);
        try (Delivery.Running delivery =
                Delivery.start(ports, new Spool(spool), limits, 1, Clock.systemUTC(), new Random())) {
            int rounds = settings.protocol().imap() ? 1 : 2; // POP3 is sure of a deletion at the next visit only
            for (int round = 0; round < rounds; round++) {
                fetchAll(delivery, server);
            }
        }
    }

    /** Also what another node began, once that has gone. */
    private static void fetchAll(Delivery.Running delivery, MailServer server) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        FetchReport report = delivery.fetchNow(server.id()).orElseThrow();
        while (report.status() == FetchReport.Status.BUSY) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The mailbox stays locked");
            }
            Thread.sleep(20);
            report = delivery.fetchNow(server.id()).orElseThrow();
        }
        if (report.status() != FetchReport.Status.DONE || report.remaining() > 0) {
            throw new IllegalStateException("Not everything was fetched: " + report);
        }
    }

    private static Mailboxes opening(FaultPoints points, AngusMailboxes mailboxes) {
        return (server, credentials) -> {
            Mailbox opened = new StepwiseMailbox(points, mailboxes.open(server, credentials));
            return points.around(Mailbox.class, opened);
        };
    }
}
