package org.incomingmail.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.incomingmail.engine.mailbox.Mailbox;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.mailserver.Seen;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.StartTls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AngusMailboxesTest {
    private static final String ALICE = "alice@mail.test";
    private static DovecotServer dovecot;
    private final AngusMailboxes mailboxes = new AngusMailboxes();

    @BeforeAll
    static void start() {
        dovecot = DovecotServer.start();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @AfterEach
    void empty() {
        dovecot.doveadm(new byte[0], "expunge", "-u", ALICE, "mailbox", "*", "all");
        mailboxes.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void readsEveryMessageByteForByteAndLeavesItUnread(Protocol protocol) throws Exception {
        String dots = DovecotServer.mail(ALICE, "Dots") + ".\r\n..\r\n. end\r\nümläut 日本語\r\n";
        dovecot.deliver(ALICE, "One");
        dovecot.deliver(ALICE, dots.getBytes(StandardCharsets.UTF_8));

        List<String> raw = read(MailServerFixture.on(dovecot, protocol));

        assertThat(raw).hasSize(2);
        assertThat(raw.get(0)).contains("Subject: One").endsWith("Hello from One.\r\n");
        assertThat(raw.get(1)).endsWith(dots);
        if (protocol.imap()) { // by POP3, Dovecot itself marks what RETR took
            assertThat(dovecot.flags(ALICE, "INBOX")).noneMatch(flags -> flags.contains("Seen"));
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void whoStopsInTheMiddleGoesOnWhereItStopped(Protocol protocol) throws Exception {
        for (int i = 0; i < 40; i++) {
            dovecot.deliver(ALICE, "Number " + i);
        }
        MailServerFixture fixture = MailServerFixture.on(dovecot, protocol);
        try (Mailbox mailbox = mailboxes.open(fixture.build(), fixture.password())) {
            List<MessageHandle> messages = mailbox.list(Seen.NOTHING);
            List<String> taken = new ArrayList<>();
            for (int from = 0; from < 40; from += 3) { // more are asked for than are taken
                List<MessageHandle> rest = messages.subList(from, 40);
                int stopAt = taken.size() + 3;
                mailbox.fetch(rest, (message, raw) -> {
                    String text = new String(raw.readAllBytes(), StandardCharsets.UTF_8);
                    taken.add(text.lines()
                            .filter(line -> line.startsWith("Subject"))
                            .findFirst()
                            .orElse(text));
                    return taken.size() < stopAt;
                });
            }
            assertThat(taken).hasSize(40);
            for (int i = 0; i < 40; i++) {
                assertThat(taken.get(i)).isEqualTo("Subject: Number " + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void startTlsIsUsedWhenRequiredAndTheServerDemandsIt(Protocol protocol) throws Exception {
        dovecot.deliver(ALICE, "Hello");
        MailServerFixture plain = MailServerFixture.on(dovecot, protocol).host("127.0.0.2");

        assertThat(read(plain.startTls(StartTls.REQUIRE))).hasSize(1);
        assertThat(read(plain.startTls(StartTls.IF_OFFERED))).hasSize(1);
        assertThat(failure(plain)).isEqualTo(ConnectionCode.AUTH_PLAINTEXT_FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aWrongPasswordIsSaidToBeRefusedAndStopsTheMailbox(Protocol protocol) {
        MailServerFixture server = MailServerFixture.on(dovecot, protocol);
        ConnectionFailedException refused = catchThrowableOfType(
                ConnectionFailedException.class,
                () -> mailboxes.open(server.build(), MailServerFixture.password("hunter2hunter2")));

        assertThat(refused.failure().code()).isEqualTo(ConnectionCode.AUTH_REFUSED);
        assertThat(refused.failure().stage()).isEqualTo(Stage.AUTHENTICATION);
        assertThat(refused.failure().needsAdministrator()).isTrue();
        assertThat(refused.toString()).doesNotContain("hunter2hunter2");
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAPS", "POP3S"})
    void certificatesMustBeTrustedAndNameTheHost(Protocol protocol) {
        MailServerFixture server = MailServerFixture.on(dovecot, protocol);

        assertThat(failure(server.ca(null))).isEqualTo(ConnectionCode.TLS_UNTRUSTED);
        assertThat(failure(server.host("127.0.0.3"))).isEqualTo(ConnectionCode.TCP_REFUSED);
        assertThat(failure(server.ca("-----BEGIN CERTIFICATE-----\nrubbish\n-----END CERTIFICATE-----")))
                .isEqualTo(ConnectionCode.INPUT_CA_UNREADABLE);
        assertThat(failure(server.host("mail.invalid"))).isEqualTo(ConnectionCode.DNS_UNKNOWN_HOST);
    }

    @Test
    void onlyMessagesAboveTheLowWaterMarkAndStillWantedAreListed() throws Exception {
        dovecot.deliver(ALICE, "One");
        dovecot.deliver(ALICE, "Two");
        dovecot.deliver(ALICE, "Three");
        dovecot.addFlag(ALICE, "INBOX", "\\Deleted", "Two");
        MailServerFixture server = MailServerFixture.on(dovecot, Protocol.IMAPS);
        try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
            List<MessageHandle> all = mailbox.list(Seen.NOTHING);
            assertThat(all).hasSize(2).allMatch(message -> message.size() > 100 && message.received() != null);

            long first = Long.parseLong(all.get(0).uid());
            long last = Long.parseLong(all.get(1).uid());
            assertThat(mailbox.list(new Seen(first, Set.of()))).containsExactly(all.get(1));
            assertThat(mailbox.list(new Seen(last, Set.of()))).isEmpty();
            assertThat(mailbox.list(new Seen(last + 100, Set.of()))).isEmpty();
            assertThat(mailbox.list(new Seen(0, Set.of(all.get(1).uid())))).containsExactly(all.get(0));
        }
    }

    @Test
    void onlyMailReceivedFromNowOnIsListedWhenAskedFor() throws Exception {
        dovecot.deliver(ALICE, "Old");
        MailServerFixture server = MailServerFixture.on(dovecot, Protocol.IMAPS);

        assertThat(read(server.since(Instant.now().plusSeconds(60)))).isEmpty();
        assertThat(read(server.since(Instant.now().minusSeconds(60)))).hasSize(1);
    }

    @Test
    void processedMailIsMarkedReadMovedToANewFolderWithAJapaneseNameOrDeleted() throws Exception {
        MailServerFixture server = MailServerFixture.on(dovecot, Protocol.IMAPS);
        dovecot.deliver(ALICE, "Read");
        settleAll(server, AfterProcessing.MARK_READ, null);
        assertThat(dovecot.flags(ALICE, "INBOX")).singleElement().asString().contains("\\Seen");

        settleAll(server, AfterProcessing.MOVE, "処理済み & more/2026");
        assertThat(dovecot.subjects(ALICE, "INBOX")).isEmpty();
        assertThat(dovecot.subjects(ALICE, "処理済み & more/2026")).containsExactly("Read");

        settleAll(server.folder("処理済み & more/2026"), AfterProcessing.DELETE, null);
        assertThat(dovecot.subjects(ALICE, "処理済み & more/2026")).isEmpty();
    }

    @Test
    void pop3DeletesOnlyWhatWasProcessedAndOnlyAtTheEnd() throws Exception {
        dovecot.deliver(ALICE, "Keep");
        dovecot.deliver(ALICE, "Gone");
        MailServerFixture server = MailServerFixture.on(dovecot, Protocol.POP3S);
        try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
            List<MessageHandle> all = mailbox.list(Seen.NOTHING);
            mailbox.settle(all.subList(1, 2), AfterProcessing.DELETE, null);
            assertThat(dovecot.subjects(ALICE, "INBOX")).hasSize(2);
        }
        assertThat(dovecot.subjects(ALICE, "INBOX")).containsExactly("Keep");
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAPS", "POP3S"})
    void aLargeMessageComesWholeAndTheReaderMayStopOrFailInTheMiddle(Protocol protocol) throws Exception {
        byte[] body = new byte[9_000_001];
        new Random(1).nextBytes(body);
        String text = java.util.Base64.getMimeEncoder().encodeToString(body);
        String large = DovecotServer.mail(ALICE, "Large") + text + "\r\n";
        dovecot.deliver(ALICE, large.getBytes(StandardCharsets.US_ASCII));
        dovecot.deliver(ALICE, "Small");
        MailServerFixture server = MailServerFixture.on(dovecot, protocol);

        List<String> raw = read(server);
        assertThat(raw).hasSize(2);
        assertThat(raw.get(0).endsWith(large)).as("byte for byte").isTrue();
        assertThat(raw.get(1)).contains("Subject: Small");

        try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
            List<MessageHandle> all = mailbox.list(Seen.NOTHING);
            List<String> taken = new ArrayList<>();
            mailbox.fetch(all, (message, stream) -> {
                stream.readNBytes(10);
                return taken.add(message.uid());
            });
            assertThat(taken).hasSize(2);
            assertThatThrownBy(() -> mailbox.fetch(all, (message, stream) -> {
                        throw new IOException("disk full");
                    }))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("disk full");
        }
    }

    @Test
    void worksWhateverTheContextClassLoaderIs() throws Exception {
        dovecot.deliver(ALICE, "Hello");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader bare = new URLClassLoader(new URL[0], null)) {
            thread.setContextClassLoader(bare);
            assertThat(read(MailServerFixture.on(dovecot, Protocol.IMAPS))).hasSize(1);
            assertThat(thread.getContextClassLoader()).isSameAs(bare);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private ConnectionCode failure(MailServerFixture server) {
        ConnectionFailedException failed = catchThrowableOfType(
                ConnectionFailedException.class, () -> mailboxes.open(server.build(), server.password()));
        return (ConnectionCode) failed.failure().code();
    }

    private void settleAll(
            MailServerFixture server, AfterProcessing policy, @org.jspecify.annotations.Nullable String to)
            throws Exception {
        try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
            mailbox.settle(mailbox.list(Seen.NOTHING), policy, to);
        }
    }

    private List<String> read(MailServerFixture server) throws Exception {
        List<String> raw = new ArrayList<>();
        try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
            mailbox.fetch(mailbox.list(Seen.NOTHING), (message, stream) -> {
                raw.add(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                return true;
            });
        }
        return raw;
    }
}
