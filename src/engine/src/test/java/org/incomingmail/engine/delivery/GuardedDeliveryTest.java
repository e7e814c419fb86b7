package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.incomingmail.engine.delivery.GuardedWorld.ANN;
import static org.incomingmail.engine.delivery.GuardedWorld.BOB;
import static org.incomingmail.engine.delivery.GuardedWorld.PROVED;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of mail under the rules of its mail server, through all rooms. */
class GuardedDeliveryTest {
    @TempDir
    Path folder;

    private GuardedWorld world;

    @BeforeEach
    void setUp() {
        world = new GuardedWorld(folder);
    }

    private static String mail(String headers, String subject) {
        return headers + "From: Ann <ann@example.com>\r\nTo: wiki@example.test\r\nSubject: " + subject
                + "\r\nMessage-ID: <" + subject.hashCode() + "@example.com>\r\n\r\nHello\r\n";
    }

    private String reply(String user, String subject) {
        String address = world.addresses
                .addressFor("wiki@example.test", user, 1, world.now)
                .orElseThrow();
        return mail("", subject).replace("To: wiki@example.test", "To: " + address);
    }

    private static String code(MemoryLedger.Row row) {
        Verdict verdict = Objects.requireNonNull(row.verdict());
        return verdict.code() == null ? "" : verdict.code().id();
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISH, PAGE_CREATED, ''",
        "CONFIRM, WAITING, IM-CONFIRMATION-WANTED",
        "HOLD, WAITING, IM-SENDER-UNPROVED",
        "REJECT, REJECTED, IM-SENDER-UNPROVED"
    })
    void theAdministratorChoosesWhatAKnownAddressMayDo(String treatment, State state, String code) {
        world.settings.put("trust.knownAddress", treatment);
        MemoryLedger.Row row = world.arrives(mail("", "Plan"));
        assertThat(row.state()).isEqualTo(state);
        assertThat(code(row)).isEqualTo(code);
        assertThat(world.arrives(mail(PROVED, "Proved")).state()).isEqualTo(State.PAGE_CREATED);
    }

    @Test
    void whatTheMailSystemContradictsIsHeldAndASignedReplyIsPublished() {
        String failed = "Authentication-Results: mx.example.test; dmarc=fail header.from=example.com\r\n";
        assertThat(code(world.arrives(mail(failed, "Forged")))).isEqualTo("IM-SENDER-CONTRADICTED");
        world.settings.put("trust.knownAddress", "REJECT");
        world.arrives(mail(PROVED, "Plan"));
        assertThat(world.arrives(reply("ann-key", "Re: Plan")).state()).isEqualTo(State.COMMENT_CREATED);
        assertThat(code(world.arrives(reply("bob-key", "Re: Plan again")))).isEqualTo("IM-TOKEN-MISMATCH");
    }

    @Test
    void theSenderConfirmsByALinkThatWorksOnce() throws Exception {
        world.settings.put("trust.knownAddress", "CONFIRM");
        world.arrives(mail("", "Plan"));
        Letter letter = world.letters.get(0);
        assertThat(letter.kind()).isEqualTo(Letter.Kind.CONFIRM);
        assertThat(letter.receiver()).isEqualTo(ANN);
        String token = letter.link().orElseThrow().token();
        assertThat(world.waiting.values()).noneMatch(mail -> token.equals(mail.tokenHash()));
        assertThat(letter.toString()).doesNotContain(token);

        WaitingRoom room = world.waitingRoom();
        assertThat(room.confirm(token + "x")).isEqualTo(new WaitingRoom.Decided.Gone());
        assertThat(room.confirm(token))
                .isEqualTo(new WaitingRoom.Decided.Done(State.PAGE_CREATED, java.util.Optional.empty(), List.of()));
        assertThat(room.confirm(token)).isEqualTo(new WaitingRoom.Decided.Gone());
        assertThat(world.wiki.contents).extracting(WikiContent::title).containsExactly("Plan");
        assertThat(world.ledger.rows().get(0).state()).isEqualTo(State.PAGE_CREATED);
        assertThat(world.waiting).isEmpty();
        MemoryLedger.Row copy = world.arrives(mail("", "Plan"));
        assertThat(code(copy)).as("the same mail once more").isEqualTo("IM-DUPLICATE");
    }

    @Test
    void theSenderMaySayThatTheMailIsNotTheirs() throws Exception {
        world.settings.put("trust.knownAddress", "CONFIRM");
        world.arrives(mail("", "Plan"));
        String token = world.letters.get(0).link().orElseThrow().token();
        world.waitingRoom().refuse(token);
        assertThat(world.waitingRoom().confirm(token)).isEqualTo(new WaitingRoom.Decided.Gone());
        assertThat(code(world.ledger.rows().get(0))).isEqualTo("IM-CONFIRMATION-REFUSED");
        assertThat(Objects.requireNonNull(world.ledger.rows().get(0).verdict())
                        .envelope()
                        .subject())
                .as("the journal still knows what it was")
                .isEqualTo("Plan");
        assertThat(world.wiki.contents).isEmpty();
    }

    @Test
    void aLinkExpiresAndTheJournalSaysSo() throws Exception {
        world.settings.put("trust.knownAddress", "CONFIRM");
        world.arrives(mail("", "Plan"));
        String token = world.letters.get(0).link().orElseThrow().token();
        assertThat(world.waitingRoom().expire()).isZero();
        world.now = world.now.plus(Duration.ofDays(3));
        assertThat(world.waitingRoom().confirm(token)).isEqualTo(new WaitingRoom.Decided.Gone());
        assertThat(world.waitingRoom().expire()).isEqualTo(1);
        assertThat(code(world.ledger.rows().get(0))).isEqualTo("IM-CONFIRMATION-EXPIRED");
    }

    @Test
    void aConfirmationThatCouldNotBeSentIsSentLater() throws Exception {
        world.settings.put("trust.knownAddress", "CONFIRM");
        world.postOfficeOpen = false;
        world.arrives(mail("", "Plan"));
        assertThat(world.letters).isEmpty();
        world.postOfficeOpen = true;
        world.waitingRoom().ask();
        world.waitingRoom().ask();
        assertThat(world.letters).hasSize(1);
        String token = world.letters.get(0).link().orElseThrow().token();
        assertThat(world.waitingRoom().confirm(token)).isInstanceOf(WaitingRoom.Decided.Done.class);
    }

    @Test
    void anAdministratorReleasesOrDiscardsWhatIsHeld() throws Exception {
        world.settings.put("trust.knownAddress", "HOLD");
        world.arrives(mail("", "One"));
        world.arrives(mail("", "Two"));
        WaitingRoom room = world.waitingRoom();
        world.locked.add(GuardedWorld.ID);
        assertThat(room.release(1, "admin")).isEqualTo(new WaitingRoom.Decided.Busy());
        world.locked.clear();
        assertThat(room.release(1, "admin")).isInstanceOf(WaitingRoom.Decided.Done.class);
        assertThat(room.release(1, "admin")).isEqualTo(new WaitingRoom.Decided.Gone());
        room.discard(2, "admin");
        assertThat(code(world.ledger.rows().get(1))).isEqualTo("IM-DISCARDED");
        assertThat(world.wiki.contents).extracting(WikiContent::title).containsExactly("One");
        assertThat(world.letters).as("nobody is told").isEmpty();
    }

    @Test
    void whatWasRejectedIsTriedAgainByTheRulesAsTheyAreNow() throws Exception {
        world.settings.put("lists.blocked", "ann@example.com");
        world.arrives(mail("", "One"));
        assertThat(code(world.ledger.rows().get(0))).isEqualTo("IM-BLOCKED");
        WaitingRoom room = world.waitingRoom();
        assertThat(room.retry(GuardedWorld.ID, 1, "admin"))
                .isInstanceOfSatisfying(WaitingRoom.Decided.Done.class, done -> assertThat(done.state())
                        .isEqualTo(State.REJECTED));
        world.settings.remove("lists.blocked");
        assertThat(room.retry(GuardedWorld.ID, 1, "admin"))
                .isInstanceOfSatisfying(WaitingRoom.Decided.Done.class, done -> assertThat(done.state())
                        .isEqualTo(State.PAGE_CREATED));
        assertThat(room.retry(GuardedWorld.ID, 1, "admin"))
                .as("once is enough")
                .isEqualTo(new WaitingRoom.Decided.Gone());
        assertThat(world.wiki.contents).extracting(WikiContent::title).containsExactly("One");
    }

    @Test
    void anAdministratorChoosesWhereAndInWhoseNameWhateverTheRulesSay() throws Exception {
        world.settings.put("lists.blocked", "ann@example.com");
        world.arrives(mail("", "Blocked"));
        world.arrives(mail("", "From a stranger").replace("ann@example.com", "stranger@elsewhere.test"));
        WaitingRoom room = world.waitingRoom();
        assertThat(state(room.place(GuardedWorld.ID, 1, placement("DEMO", null), "admin")))
                .isEqualTo(State.PAGE_CREATED);
        assertThat(state(room.place(GuardedWorld.ID, 2, placement("DEMO", null), "admin")))
                .as("nobody is its author")
                .isEqualTo(State.REJECTED);
        assertThat(state(room.place(GuardedWorld.ID, 2, placement(null, BOB), "admin")))
                .isEqualTo(State.PAGE_CREATED);
        assertThat(world.wiki.contents).extracting(WikiContent::title).containsExactly("Blocked", "From a stranger");
        assertThat(world.letters).as("who did not send it is not told").isEmpty();
        assertThat(world.ledger.story(2))
                .extracting(Event::kind, Event::by, Event::arguments)
                .containsExactly(
                        tuple(Event.Kind.PLACED, "admin", List.of("DEMO", "")),
                        tuple(Event.Kind.PLACED, "admin", List.of("", "bob")));
        assertThat(room.place(GuardedWorld.ID, 2, placement(null, BOB), "admin"))
                .as("once is enough")
                .isEqualTo(new WaitingRoom.Decided.Gone());
    }

    @Test
    void aChosenAuthorNeedsThePermissionAllTheSame() throws Exception {
        world.settings.put("trust.knownAddress", "HOLD");
        world.arrives(mail("", "Held"));
        world.wiki.writable = false;
        assertThat(state(world.waitingRoom().place(GuardedWorld.ID, 1, placement("DEMO", BOB), "admin")))
                .isEqualTo(State.REJECTED);
        assertThat(code(world.ledger.rows().get(0))).isEqualTo("IM-NO-PERMISSION-PAGE");
    }

    @Test
    void anAnswerBecomesAPageOfTheSpaceThatWasChosen() throws Exception {
        world.arrives(mail(PROVED, "Plan"));
        world.settings.put("trust.signed", "HOLD");
        world.arrives(reply("ann-key", "Re: Plan"));
        assertThat(state(world.waitingRoom().place(GuardedWorld.ID, 2, placement("DEMO", null), "admin")))
                .isEqualTo(State.PAGE_CREATED);
        assertThat(world.wiki.contents).extracting(WikiContent::kind).containsOnly(WikiContent.Kind.PAGE);
    }

    @Test
    void whatWasGivenUpIsDiscardedOnce() throws Exception {
        world.settings.put("lists.blocked", "ann@example.com");
        world.arrives(mail("", "Given up"));
        WaitingRoom room = world.waitingRoom();
        assertThat(state(room.dismiss(GuardedWorld.ID, 1, "admin"))).isEqualTo(State.REJECTED);
        assertThat(code(world.ledger.rows().get(0))).isEqualTo("IM-DISCARDED");
        assertThat(world.wiki.contents).isEmpty();
    }

    @Test
    void theMailServerIsToldOfWhatWasGivenUpOnceItIsDecided() throws Exception {
        world.limits = new Limits(500, 1_000_000, 1, Duration.ofMinutes(1), Duration.ofMinutes(5), 0, 50);
        world.wiki.broken = true;
        world.arrives(mail(PROVED, "Given up"));
        world.arrives(mail(PROVED, "Given up as well"));
        assertThat(world.ledger.rows()).extracting(MemoryLedger.Row::state).containsOnly(State.QUARANTINED);
        assertThat(toTell()).as("nothing is decided yet").isEmpty();
        world.wiki.broken = false;
        WaitingRoom room = world.waitingRoom();
        assertThat(state(room.retry(GuardedWorld.ID, 1, "admin"))).isEqualTo(State.PAGE_CREATED);
        assertThat(state(room.dismiss(GuardedWorld.ID, 2, "admin"))).isEqualTo(State.REJECTED);
        assertThat(toTell()).containsExactly("1", "2");
    }

    @Test
    void whatWasRejectedIsNotToldOfTwice() throws Exception {
        world.settings.put("lists.blocked", "ann@example.com");
        world.arrives(mail("", "Blocked"));
        assertThat(toTell()).containsExactly("1");
        world.ledger.settled(GuardedWorld.ID, "1", List.of("1"), world.now);
        world.settings.remove("lists.blocked");
        assertThat(state(world.waitingRoom().retry(GuardedWorld.ID, 1, "admin")))
                .isEqualTo(State.PAGE_CREATED);
        assertThat(toTell()).isEmpty();
    }

    private List<String> toTell() {
        return world.ledger.unsettled(GuardedWorld.ID, "1");
    }

    private static State state(WaitingRoom.Decided decided) {
        return ((WaitingRoom.Decided.Done) decided).state();
    }

    private static Placement placement(@Nullable String space, @Nullable WikiUser author) {
        return new Placement(Optional.ofNullable(space), Optional.ofNullable(author));
    }

    @Test
    void aReleaseThatFailsLeavesTheMessageWaiting() throws Exception {
        world.settings.put("trust.knownAddress", "HOLD");
        world.arrives(mail("", "One"));
        world.raw.clear();
        assertThat(world.waitingRoom().release(1, "admin")).isEqualTo(new WaitingRoom.Decided.Lost());
        assertThat(world.waiting).hasSize(1);
    }

    @Test
    void tooManyOfAnHourAreHeldNotLost() throws Exception {
        world.settings.put("rates.perSender", "2");
        world.arrives(mail(PROVED, "One"));
        world.arrives(mail(PROVED, "Two"));
        assertThat(code(world.arrives(mail(PROVED, "Three")))).isEqualTo("IM-RATE-SENDER");
        assertThat(world.waitingRoom().release(3, "admin")).isInstanceOf(WaitingRoom.Decided.Done.class);
        assertThat(world.wiki.contents).hasSize(3);
        world.now = world.now.plus(Duration.ofMinutes(61));
        assertThat(world.arrives(mail(PROVED, "Four")).state()).isEqualTo(State.PAGE_CREATED);
        world.settings.put("rates.perMailbox", "1");
        world.settings.put("rates.perSender", "0");
        assertThat(code(world.arrives(mail(PROVED, "Five")))).isEqualTo("IM-RATE-MAILBOX");
    }

    @Test
    void aLoopBelowOnePageIsBroken() {
        world.settings.put("rates.perThread", "3");
        world.arrives(mail(PROVED, "Plan"));
        int comments = 0;
        for (int i = 0; i < 10; i++) {
            comments += world.arrives(reply("ann-key", "Re: Plan " + i)).state() == State.COMMENT_CREATED ? 1 : 0;
        }
        // the page itself counts as the first word below it
        assertThat(comments).isEqualTo(2);
        assertThat(code(world.ledger.rows().get(10))).isEqualTo("IM-RATE-THREAD");
    }

    @Test
    void answersGoOnceADayAndOnlyToWhoIsSurelyTheSender() {
        world.settings.putAll(
                java.util.Map.of("answers.published", "true", "answers.rejected", "true", "answers.waiting", "true"));
        world.arrives(mail("", "Unproved"));
        assertThat(world.letters).as("perhaps forged").isEmpty();
        world.arrives(mail(PROVED, "One"));
        world.arrives(mail(PROVED, "Two"));
        assertThat(world.letters).extracting(Letter::kind).containsExactly(Letter.Kind.PUBLISHED);
        world.settings.put("trust.authenticated", "HOLD");
        world.arrives(mail(PROVED, "Three"));
        world.settings.put("trust.authenticated", "REJECT");
        world.arrives(mail(PROVED, "Four"));
        assertThat(world.letters)
                .extracting(Letter::kind)
                .containsExactly(Letter.Kind.PUBLISHED, Letter.Kind.WAITING, Letter.Kind.REJECTED);
        world.arrives(mail(PROVED + "Auto-Submitted: auto-replied\r\n", "Five"));
        assertThat(world.letters).as("machines get none").hasSize(3);
    }

    @Test
    void rulesMakeLabelledBlogPostsThatOthersWatch() {
        world.settings.putAll(java.util.Map.of(
                "rules.0.name", "News",
                "rules.0.subject", "news",
                "rules.0.action", "BLOG_POST",
                "rules.0.labels", "mail",
                "rules.0.people", "WATCH",
                "rules.1.name", "Share",
                "rules.1.people", "SHARE",
                "rules.1.subject", "share"));
        String toBob = "Cc: bob@example.com\r\n";
        world.arrives(mail(PROVED + toBob, "News of today"));
        assertThat(world.wiki.contents.get(0).kind()).isEqualTo(WikiContent.Kind.BLOG_POST);
        assertThat(world.wiki.labels).containsEntry(1L, List.of("mail"));
        assertThat(world.wiki.watchers.get(1L)).containsExactly("bob");
        world.arrives(mail(PROVED + toBob, "Please share"));
        assertThat(world.letters).extracting(Letter::receiver).containsExactly(BOB);
        assertThat(world.letters.get(0).kind()).isEqualTo(Letter.Kind.SHARED);
    }

    @Test
    void aRuleHoldsAndItsReleasePublishes() throws Exception {
        world.settings.putAll(java.util.Map.of("rules.0.name", "Later", "rules.0.action", "HOLD"));
        assertThat(code(world.arrives(mail(PROVED, "Plan")))).isEqualTo("IM-RULE-HELD");
        world.waitingRoom().release(1, "admin");
        assertThat(world.wiki.contents).extracting(WikiContent::title).containsExactly("Plan");
        world.settings.put("rules.0.action", "REJECT");
        assertThat(code(world.arrives(mail(PROVED, "Other")))).isEqualTo("IM-RULE-REJECTED");
    }

    @Test
    void aReportAboutOurNotificationNamesReceiverAndPage() {
        world.arrives(mail(PROVED, "Plan"));
        String id = world.ids.idFor(1, "bob-key", world.now, "example.test");
        String report =
                """
                Return-Path: <>
                From: MAILER-DAEMON@mx.test
                To: wiki@example.test
                Message-ID: <report@mx.test>
                Content-Type: multipart/report; report-type=delivery-status; boundary=x

                --x
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; bob@example.com
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 no such user

                --x
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --x--
                """
                        .formatted(id);
        MemoryLedger.Row row = world.arrives(report);
        Verdict verdict = Objects.requireNonNull(row.verdict());
        assertThat(code(row)).isEqualTo("IM-NOTIFICATION-UNDELIVERED");
        assertThat(verdict.arguments()).containsExactly("bob@example.com", "5.1.1", "550 no such user");
        assertThat(Objects.requireNonNull(verdict.content()).title()).isEqualTo("Plan");
        MemoryLedger.Row other = world.arrives(report.replace(id, "<x@y>").replace("report@", "other@"));
        assertThat(code(other)).isEqualTo("IM-BOUNCE");
    }

    @Test
    void filesThatAreNotWantedAreNamedOnThePage() {
        String mail = mail(PROVED, "Plan")
                .replace(
                        "\r\n\r\nHello\r\n",
                        "\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nHello\r\n--x\r\n"
                                + "Content-Disposition: attachment; filename=\"a.exe\"\r\n\r\nMZ\r\n--x\r\n"
                                + "Content-Disposition: attachment; filename=\"a.bin\"\r\n\r\nok\r\n--x--\r\n");
        world.arrives(mail);
        assertThat(world.wiki.files).containsExactly("a.bin");
        assertThat(world.wiki.bodies.get(1L)).contains("Hello", "a.exe", "left out");
    }
}
