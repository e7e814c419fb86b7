package org.incomingmail.engine.push;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;

/** What a thousand silent mailboxes cost. Not part of the tests: {@code ./atl-test -pl src/engine -Dtest=PushMeasurements}. */
class PushMeasurements {
    private static final int MAILBOXES = Integer.getInteger("mailboxes", 1_000);

    @Test
    void aThousandSilentMailboxes() throws Exception {
        try (DovecotServer dovecot = DovecotServer.start(
                        "mail_max_userip_connections = 0",
                        "default_process_limit = 5000",
                        "default_client_limit = 10000",
                        "service imap-login {",
                        "  service_count = 0",
                        "}",
                        "service imap {",
                        "  process_limit = 5000",
                        "}");
                PushWorld world = new PushWorld()) {
            long heapBefore = heap();
            List<MailServerId> ids = new ArrayList<>();
            for (int i = 0; i < MAILBOXES; i++) {
                ids.add(world.add(MailServerFixture.on(dovecot, Protocol.IMAPS)));
            }
            long begun = System.nanoTime();
            PushTiming usual = PushTiming.defaults();
            Push push = world.start(usual);
            while (ids.stream().filter(push::listens).count() < MAILBOXES) {
                Thread.sleep(200);
            }
            long opened = System.nanoTime();
            Thread.sleep(35_000); // workers go after 30 s
            long heap = heap() - heapBefore;
            long cpu = cpu();
            Thread.sleep(60_000);
            double load = (cpu() - cpu) / 60e9 * 100;
            world.arrivals.clear();
            dovecot.deliver("alice@mail.test", "To all");
            long delivered = System.nanoTime();
            while (world.arrivals.size() < MAILBOXES) {
                Thread.sleep(20);
            }
            System.out.printf(
                    "%d mailboxes over IMAPS: opened in %.1f s; silent: %d threads of push, %.2f %% of one CPU for the"
                            + " whole JVM, %.1f KB heap each; all told of one mail after %.2f s%n",
                    MAILBOXES,
                    (opened - begun) / 1e9,
                    threads(),
                    load,
                    heap / 1024.0 / MAILBOXES,
                    (System.nanoTime() - delivered) / 1e9);
        }
    }

    /** How much of the time from delivery to page is the mail server's own. */
    @Test
    void howSoonTheMailServerTells() throws Exception {
        try (DovecotServer dovecot = DovecotServer.start();
                PushWorld world = new PushWorld()) {
            MailServerId id = world.add(MailServerFixture.on(dovecot, Protocol.IMAPS));
            world.start(PushTiming.defaults());
            world.awaitListening(id);
            List<Long> took = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                dovecot.deliver("alice@mail.test", "Told " + i);
                long delivered = System.nanoTime();
                world.arrivals.take();
                took.add((System.nanoTime() - delivered) / 1_000_000);
                Thread.sleep(600 + i * 37 % 250);
            }
            took.sort(null);
            System.out.printf("told of a delivered mail: median %d ms, longest %d ms%n", took.get(25), took.get(49));
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("incoming-mail-push"))
                .count();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long heap() throws InterruptedException {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(300);
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
