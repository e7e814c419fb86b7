package org.incomingmail.engine.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.incomingmail.engine.connection.AngusMailboxes;
import org.incomingmail.engine.connection.ConnectionCode;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.mailserver.ScriptedServer;
import org.incomingmail.engine.mailserver.Seen;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that lack extensions, or let us down at the end. */
class WeakServersTest {
    private static final String ALICE = "alice@mail.test";
    private final AngusMailboxes mailboxes = new AngusMailboxes();

    @AfterEach
    void close() {
        mailboxes.close();
    }

    @Test
    void withoutUidplusOnlyOurOwnMailIsEverExpunged() throws Exception {
        try (DovecotServer dovecot = DovecotServer.start("imap_capability = IMAP4rev1 SASL-IR")) {
            MailServerFixture server = MailServerFixture.on(dovecot, Protocol.IMAPS);
            dovecot.deliver(ALICE, "Ours");
            dovecot.deliver(ALICE, "Somebody");
            dovecot.addFlag(ALICE, "INBOX", "\\Deleted", "Somebody");

            settleAll(server, AfterProcessing.DELETE, null);
            assertThat(dovecot.subjects(ALICE, "INBOX")).containsExactly("Ours", "Somebody");
            assertThat(dovecot.flags(ALICE, "INBOX")).allMatch(flags -> flags.contains("\\Deleted"));

            dovecot.doveadm(new byte[0], "expunge", "-u", ALICE, "mailbox", "INBOX", "all");
            dovecot.deliver(ALICE, "Alone");
            settleAll(server, AfterProcessing.MOVE, "Done");
            assertThat(dovecot.subjects(ALICE, "INBOX")).isEmpty();
            assertThat(dovecot.subjects(ALICE, "Done")).containsExactly("Alone");
        }
    }

    @Test
    void aMessageThatVanishedMeanwhileIsSkipped() throws Exception {
        try (DovecotServer dovecot = DovecotServer.start()) {
            dovecot.deliver(ALICE, "Stays");
            dovecot.deliver(ALICE, "Goes");
            dovecot.deliver(ALICE, "Stays too");
            MailServerFixture server = MailServerFixture.on(dovecot, Protocol.IMAPS);
            try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
                List<MessageHandle> all = mailbox.list(Seen.NOTHING);
                dovecot.doveadm(new byte[0], "expunge", "-u", ALICE, "mailbox", "INBOX", "subject", "Goes");
                List<String> taken = new ArrayList<>();
                mailbox.fetch(all, (message, raw) -> taken.add(message.uid()));

                assertThat(taken).containsExactly(all.get(0).uid(), all.get(2).uid());
            }
        }
    }

    @Test
    void messagesComeInTheOrderAskedFor() throws Exception {
        try (DovecotServer dovecot = DovecotServer.start()) {
            for (int i = 0; i < 5; i++) {
                dovecot.deliver(ALICE, "Mail " + i);
            }
            MailServerFixture server = MailServerFixture.on(dovecot, Protocol.IMAPS);
            try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
                List<MessageHandle> backwards = new ArrayList<>(mailbox.list(Seen.NOTHING));
                java.util.Collections.reverse(backwards);
                List<MessageHandle> taken = new ArrayList<>();
                mailbox.fetch(backwards, (message, raw) -> taken.add(message) && taken.size() < 3);

                assertThat(taken).isEqualTo(backwards.subList(0, 3));
            }
        }
    }

    @Test
    void theNextMessagesAreAskedForBeforeTheseAreOverAndMayEvenComeFirst() throws Exception {
        int mails = 250; // three commands
        List<String> taken = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.plain(with -> {
            imapLogin(with, mails);
            String first = tag(with.hear());
            String second = tag(with.hear()); // it says nothing until it was asked twice
            with.say(fetched(101), fetched(1));
            for (int uid = 2; uid <= 100; uid++) {
                with.say(fetched(uid));
            }
            with.say(first + " OK done");
            String third = tag(with.hear());
            for (int uid = 102; uid <= 200; uid++) {
                with.say(fetched(uid));
            }
            with.say(second + " NO some are gone");
            for (int uid = 201; uid <= mails; uid++) {
                with.say(fetched(uid));
            }
            with.say(third + " OK done");
            with.say(tag(with.hear()) + " OK bye"); // LOGOUT
        })) {
            try (Mailbox mailbox = mailboxes.open(
                    MailServerFixture.at(Protocol.IMAP, server.port()).build(), MailServerFixture.password("pw"))) {
                assertThatThrownBy(() ->
                                mailbox.fetch(mailbox.list(Seen.NOTHING), (message, raw) -> taken.add(message.uid())))
                        .as("one command was refused, and that is told at the end")
                        .isInstanceOf(ConnectionFailedException.class);
            }
        }
        assertThat(taken)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, mails)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /** It says its messages are small, and they are not. */
    @Test
    void aServerThatSendsTooMuchOutOfOrderIsLeft() throws Exception {
        try (DovecotServer dovecot = DovecotServer.start()) {
            String large = "Subject: Large\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(18 << 10);
            for (int mail = 0; mail < 3; mail++) {
                dovecot.save(ALICE, "INBOX", large);
            }
            MailServerFixture server = MailServerFixture.on(dovecot, Protocol.IMAPS);
            try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
                List<MessageHandle> backwards = new ArrayList<>();
                for (MessageHandle each : mailbox.list(Seen.NOTHING)) {
                    backwards.add(0, new MessageHandle(each.uid(), 100, each.received()));
                }
                assertThatThrownBy(() -> mailbox.fetch(backwards, (message, raw) -> true))
                        .isInstanceOfSatisfying(
                                ConnectionFailedException.class,
                                failed -> assertThat(failed.failure().code()).isEqualTo(ConnectionCode.PROTOCOL));
            }
        }
    }

    /** Up to the list of messages. */
    private static void imapLogin(ScriptedServer.Conversation with, int mails) throws IOException {
        with.say("* OK ready");
        boolean listed = false;
        while (!listed) {
            String line = with.hear();
            if (line.contains("CAPABILITY")) {
                with.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR");
            } else if (line.contains("EXAMINE")) {
                with.say("* " + mails + " EXISTS", "* OK [UIDVALIDITY 7] ok");
            } else if (line.contains("UID FETCH")) {
                for (int uid = 1; uid <= mails; uid++) {
                    with.say("* " + uid + " FETCH (UID " + uid + " RFC822.SIZE 20)");
                }
                listed = true;
            }
            with.say(tag(line) + " OK done");
        }
    }

    private static String tag(String command) {
        return command.substring(0, command.indexOf(' '));
    }

    private static String fetched(int uid) {
        return "* " + uid + " FETCH (UID " + uid + " BODY[] {8}\r\nSubject:)";
    }

    @Test
    void aReplacedFolderIsNotTouched() throws Exception {
        try (DovecotServer dovecot = DovecotServer.start()) {
            dovecot.save(ALICE, "Work", DovecotServer.mail(ALICE, "Before"));
            MailServerFixture server =
                    MailServerFixture.on(dovecot, Protocol.IMAPS).folder("Work");
            try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
                List<MessageHandle> all = mailbox.list(Seen.NOTHING);
                dovecot.doveadm(new byte[0], "mailbox", "delete", "-s", "-u", ALICE, "Work");
                dovecot.doveadm(new byte[0], "mailbox", "update", "-u", ALICE, "--uid-validity", "12345", "INBOX");
                dovecot.save(ALICE, "Work", DovecotServer.mail(ALICE, "After"));
                dovecot.doveadm(new byte[0], "mailbox", "update", "-u", ALICE, "--uid-validity", "777", "Work");

                ConnectionFailedException failed = catchThrowableOfType(
                        ConnectionFailedException.class, () -> mailbox.settle(all, AfterProcessing.DELETE, null));
                assertThat(failed.failure().code()).isIn(ConnectionCode.MAILBOX_CHANGED, ConnectionCode.CLOSED);
            }
            assertThat(dovecot.subjects(ALICE, "Work")).containsExactly("After");
        }
    }

    @Test
    void aPop3ServerWithoutUidlIsRefusedWithItsOwnCode() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(with -> {
            pop3Login(with);
            with.say("-ERR unknown command");
            with.hear();
        })) {
            ConnectionFailedException failed = catchThrowableOfType(
                    ConnectionFailedException.class,
                    () -> mailboxes.open(
                            MailServerFixture.at(Protocol.POP3, server.port()).build(),
                            MailServerFixture.password("pw")));

            assertThat(failed.failure().code()).isEqualTo(ConnectionCode.POP3_NO_UIDL);
        }
    }

    @Test
    void aFailedQuitIsSurvivedAndTheMailIsStillThereNextTime() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(with -> {
            pop3Login(with);
            with.say("+OK", "1 abc", ".");
            with.hear(); // LIST
            with.say("+OK", "1 100", ".");
            with.hear(); // DELE
            with.say("+OK marked");
            with.hear(); // QUIT
            with.say("-ERR some deleted messages not removed");
        })) {
            for (int visit = 0; visit < 2; visit++) {
                Mailbox mailbox = mailboxes.open(
                        MailServerFixture.at(Protocol.POP3, server.port()).build(), MailServerFixture.password("pw"));
                List<MessageHandle> all = mailbox.list(Seen.NOTHING);
                assertThat(all).extracting(MessageHandle::uid).containsExactly("abc");
                mailbox.settle(all, AfterProcessing.DELETE, null);
                mailbox.close();
            }
            assertThat(server.heard()).containsSubsequence("DELE 1", "QUIT", "DELE 1", "QUIT");
        }
    }

    @Test
    void aServerThatCanTakeItIsAskedForTheNextMessagesAtOnce() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(with -> {
            pop3Login(with, "+OK", "USER", "PIPELINING", "LOGIN-DELAY 900", ".");
            with.say("+OK", "1 a", "2 b", "3 c", ".");
            with.hear(); // LIST
            with.say("+OK", "1 100", "2 100", "3 100", ".");
            for (int i = 0; i < 3; i++) {
                with.hear(); // it says nothing until it was asked for all
            }
            with.say("+OK", "Subject: a", ".", "-ERR gone", "+OK", "Subject: c", ".");
            with.hear(); // QUIT
            with.say("+OK");
        })) {
            List<String> taken = new ArrayList<>();
            try (Mailbox mailbox = mailboxes.open(
                    MailServerFixture.at(Protocol.POP3, server.port()).build(), MailServerFixture.password("pw"))) {
                assertThat(mailbox.loginDelay()).isEqualTo(Duration.ofMinutes(15));
                mailbox.fetch(mailbox.list(Seen.NOTHING), (message, raw) -> {
                    taken.add(message.uid() + " " + new String(raw.readAllBytes(), StandardCharsets.US_ASCII).strip());
                    return true;
                });
            }
            assertThat(taken).containsExactly("a Subject: a", "c Subject: c");
            assertThat(server.heard()).endsWith("RETR 1", "RETR 2", "RETR 3", "QUIT");
        }
    }

    private static void pop3Login(ScriptedServer.Conversation with) throws IOException {
        pop3Login(with, "-ERR what?");
    }

    private static void pop3Login(ScriptedServer.Conversation with, String... capabilities) throws IOException {
        with.say("+OK ready");
        with.hear(); // CAPA
        with.say(capabilities);
        with.hear(); // USER
        with.say("+OK");
        with.hear(); // PASS
        with.say("+OK");
        with.hear(); // STAT
        with.say("+OK 1 100");
        with.hear(); // UIDL
    }

    private void settleAll(
            MailServerFixture server, AfterProcessing policy, @org.jspecify.annotations.Nullable String to)
            throws Exception {
        try (Mailbox mailbox = mailboxes.open(server.build(), server.password())) {
            mailbox.settle(mailbox.list(Seen.NOTHING), policy, to);
        }
    }
}
