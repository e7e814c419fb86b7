package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.mailserver.MailServerFixture;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Others change the mailbox while, or between the times that, we read it. */
class ChangedMailboxTest {
    private static final List<String> WITH_REJECTED = List.of("One", "reject Two", "Three");
    private static DovecotServer dovecot;

    @TempDir
    Path spool;

    @BeforeAll
    static void start() {
        dovecot = DovecotServer.start();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAVE", "MARK_READ", "MOVE", "DELETE"})
    void rebuiltBetweenTwoChecksItMakesNoSecondPage(AfterProcessing policy) throws Exception {
        try (Hazard hazard = new Hazard(dovecot, Protocol.IMAP, policy, spool)) {
            hazard.remote.begin(Hazard.MAILS);
            World world = hazard.world();
            // the connection is lost before the server is told: everything is still in the mailbox
            world.at = step -> {
                if (step.equals("unsettled") && !world.pages.isEmpty()) {
                    hazard.proxy.drop();
                }
            };
            world.fetch();
            world.at = step -> {};
            newUidValidity();
            assertThat(world.fetch().status()).isEqualTo(FetchReport.Status.DONE);
            assertThat(world.pages).containsExactlyInAnyOrderElementsOf(Hazard.MAILS);
            assertThat(world.ledger.rows())
                    .as("what came again under new UIDs is told as a copy")
                    .allMatch(row -> row.state() == State.PAGE_CREATED || row.state() == State.SKIPPED);
            hazard.remote.isSettled(true, policy, Hazard.MAILS, "a new UIDVALIDITY");
        }
    }

    @Test
    void rebuiltItStillKeepsWhatBecameNoContent() throws Exception {
        try (Hazard hazard = new Hazard(dovecot, Protocol.IMAP, AfterProcessing.DELETE, spool)) {
            hazard.remote.begin(WITH_REJECTED);
            World world = hazard.world();
            world.fetch();
            newUidValidity();
            world.fetch();
            assertThat(world.pages).containsExactlyInAnyOrder("One", "Three");
            assertThat(hazard.remote.subjects(hazard.remote.mails()))
                    .as("mail that was rejected is never deleted")
                    .containsExactly("reject Two");
        }
    }

    @Test
    void aCopyOfRejectedMailIsNotDeletedEither() throws Exception {
        try (Hazard hazard = new Hazard(dovecot, Protocol.POP3, AfterProcessing.DELETE, spool)) {
            hazard.remote.begin(List.of("reject Two", "reject Two", "One", "One"));
            World world = hazard.world();
            world.fetch();
            world.fetch();
            assertThat(world.pages).containsExactly("One");
            assertThat(hazard.remote.mails().stream().map(RemoteMailbox.Mail::subject))
                    .containsExactly("reject Two", "reject Two");
        }
    }

    @ParameterizedTest
    @CsvSource({"IMAP,MOVE", "IMAP,DELETE", "POP3,DELETE"})
    void emptiedByAnotherClientItIsNoTrouble(Protocol protocol, AfterProcessing policy) throws Exception {
        try (Hazard hazard = new Hazard(dovecot, protocol, policy, spool)) {
            hazard.remote.begin(Hazard.MAILS);
            World world = hazard.world();
            world.at = step -> {
                if (step.equals("read") && world.pages.isEmpty()) {
                    dovecot.doveadm(new byte[0], "expunge", "-u", "alice@mail.test", "mailbox", "INBOX", "all");
                }
            };
            world.fetch();
            assertThat(world.pages).as("what had come already").contains("One");
            world.at = step -> {};
            hazard.remote.deliver(List.of("Later"));
            assertThat(world.fetch().status()).isEqualTo(FetchReport.Status.DONE);
            assertThat(world.pages).contains("One", "Later").doesNotHaveDuplicates();
            assertThat(world.ledger.rows()).allMatch(row -> row.state() == State.PAGE_CREATED);
        }
    }

    @Test
    void mailThatArrivesWhileTheFirstCheckByPop3FailsIsNotTakenForOld() throws Exception {
        try (Hazard hazard = new Hazard(dovecot, Protocol.POP3, AfterProcessing.LEAVE, spool)) {
            hazard.remote.begin(List.of("Old"));
            World world = hazard.world();
            MailServerFixture onlyNew = MailServerFixture.on(dovecot, Protocol.POP3)
                    .port(hazard.proxy.port())
                    .since(Instant.parse("2026-11-24T10:00:00Z"));
            world.settings = () -> onlyNew.build().withId(World.ID);
            world.at = step -> world.databaseGone = step.equals("open");
            world.fetch();
            world.at = step -> {};
            world.databaseGone = false;
            hazard.remote.deliver(List.of("New"));
            world.fetch();
            assertThat(world.pages).containsExactly("New");
        }
    }

    @Test
    void whatPop3DidNotDeleteTwiceIsDeletedTheThirdTime() throws Exception {
        try (Hazard hazard = new Hazard(dovecot, Protocol.POP3, AfterProcessing.DELETE, spool)) {
            hazard.remote.begin(Hazard.MAILS);
            World world = hazard.world();
            // QUIT does not get through: RFC 1939 6, nothing is deleted
            world.at = step -> {
                if (step.equals("open")) {
                    hazard.proxy.drop();
                }
            };
            world.fetch();
            world.fetch();
            assertThat(hazard.remote.mails()).hasSize(3);
            world.at = step -> {};
            hazard.recovers(world, "two checks without QUIT");
        }
    }

    private static void newUidValidity() {
        String next = Long.toString(1_000_000_000 + System.nanoTime() % 1_000_000_000);
        dovecot.doveadm(new byte[0], "mailbox", "update", "-u", "alice@mail.test", "--uid-validity", next, "INBOX");
    }
}
