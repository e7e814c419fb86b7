package org.incomingmail.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how fast the whole system is on this machine: start, 2,000 small mails from Dovecot to committed pages, a mail
 * with an attachment of 100 MB. No part of the build; the README says how to run it.
 */
class Measurements {
    private static final String MAILBOX = "alice@mail.test";
    private static final int MAILS = 2000;

    @Test
    void printHowFastTheWholeSystemIs(@TempDir Path home) throws Exception {
        long start = System.nanoTime();
        try (DovecotServer dovecot = DovecotServer.start();
                DevInstanceProcess instance = DevInstanceProcess.start(home)) {
            print("start of the dev instance, first time", since(start));
            MailServers servers = new MailServers(new Rest(instance.baseUrl(), "admin", "admin"));
            ObjectNode settings = MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX);
            long id = servers.create(settings);
            dovecot.deliver(MAILBOX, IntStream.range(0, MAILS).mapToObj(Measurements::small));
            long fetch = System.nanoTime();
            fetchAll(servers, id);
            Duration took = since(fetch);
            print(MAILS + " mails to committed pages", took);
            System.out.printf("%.1f mails/s%n", MAILS * 1000.0 / took.toMillis());

            dovecot.deliver(MAILBOX, large(100));
            long large = System.nanoTime();
            fetchAll(servers, id);
            print("a mail of 100 MB, process limited to 384 MB of heap", since(large));
        }
        start = System.nanoTime();
        try (DevInstanceProcess again = DevInstanceProcess.start(home)) {
            print("start of the dev instance, second time (pid " + again.pid() + ")", since(start));
        }
    }

    private static void fetchAll(MailServers servers, long id) {
        JsonNode report;
        do {
            report = servers.fetch(id);
            System.out.println(report);
        } while (report.path("remaining").asInt() > 0);
    }

    private static byte[] small(int number) {
        return ("From: alice@wiki.test\r\nTo: " + MAILBOX + "\r\nSubject: Measured " + number + "\r\nMessage-ID: <m"
                        + number + "@mail.test>\r\n\r\n" + "A line of text in a small mail.\r\n".repeat(60))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] large(int megabytes) throws IOException {
        byte[] bytes = new byte[megabytes * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.write(
                ("From: alice@wiki.test\r\nTo: " + MAILBOX + "\r\nSubject: Large\r\nMessage-ID: <large@mail.test>\r\n"
                                + "MIME-Version: 1.0\r\nContent-Type: application/octet-stream; name=large.bin\r\n"
                                + "Content-Transfer-Encoding: base64\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        mail.write(Base64.getMimeEncoder().encode(bytes));
        return mail.toByteArray();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static void print(String what, Duration took) {
        System.out.printf("%s: %.1f s%n", what, took.toMillis() / 1000.0);
    }
}
