package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.StartTls;
import org.junit.jupiter.api.Test;

/** What every ledger promises; run against each database. */
public interface LedgerContract {
    Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    MailServerId ID = new MailServerId(7);

    Ledger ledger();

    Transactions transactions();

    private static MessageHandle message(String uid) {
        return new MessageHandle(uid, 1234, NOW);
    }

    private static Verdict published(String identity) {
        return new Verdict(State.PAGE_CREATED, null, List.of(), envelope(), null, identity, null, true);
    }

    private static Envelope envelope() {
        return new Envelope("ann@example.test", "wiki@example.test", "件名 🎉", "<1@example.test>");
    }

    /** A settings value with the given id; the ledger needs id and name only. */
    static MailServer server(MailServerId id) {
        Duration second = Duration.ofSeconds(1);
        return new MailServer(
                id,
                "Team mail",
                "wiki@example.test",
                new Endpoint(Protocol.IMAPS, "mail.example.test", 993, StartTls.NEVER, null, second, second),
                new Authentication.Basic(),
                "wiki",
                true,
                new Reading("INBOX", AfterProcessing.MOVE, "Done", Duration.ofMinutes(1), null),
                new Publishing("DEMO", null, false));
    }

    @Test
    default void whatWaitsIsReopenedOnceAndKeepsWhatIsKnownOfIt() throws Exception {
        Claim claim = transactions()
                .execute(() -> ledger().claim(server(ID), "waiting", message("1"), NOW))
                .orElseThrow();
        transactions().execute(() -> ledger().reopen(claim.id(), NOW)).ifPresent(open -> {
            throw new AssertionError("it does not wait yet");
        });
        Verdict waiting =
                new Verdict(State.WAITING, () -> "IM-TEST", List.of("x"), envelope(), null, "waits", null, false);
        conclude(claim, waiting);
        assertThat(transactions().execute(() -> ledger().claim(server(ID), "waiting", message("1"), NOW)))
                .as("a check leaves it alone")
                .isEmpty();
        Claim again =
                transactions().execute(() -> ledger().reopen(claim.id(), NOW)).orElseThrow();
        assertThat(again.id()).isEqualTo(claim.id());
        conclude(again, Verdict.ended(() -> "IM-OTHER", List.of("y"), false));
        assertThat(ledger().outcome("waits")).as("a copy is still known").isPresent();
        assertThat(transactions().execute(() -> ledger().reopen(claim.id(), NOW)))
                .isEmpty();
    }

    @Test
    default void whatBecameNoContentIsRetakenUntilItDoes() throws Exception {
        String epoch = fresh();
        Claim claim = claim(epoch, "1");
        assertThat(transactions().execute(() -> ledger().retake(claim.id(), NOW)))
                .as("it has no outcome yet")
                .isEmpty();
        for (State state : List.of(State.REJECTED, State.QUARANTINED)) {
            conclude(claim, new Verdict(state, () -> "IM-TEST", List.of(), envelope(), null, null, null, false));
            assertThat(transactions().execute(() -> ledger().retake(claim.id(), NOW)))
                    .contains(new Claim(claim.id(), claim.attempts(), state == State.REJECTED));
            conclude(claim, new Verdict(state, () -> "IM-TEST", List.of(), envelope(), null, null, null, true));
            assertThat(transactions().execute(() -> ledger().retake(claim.id(), NOW)))
                    .as("still to be told")
                    .contains(new Claim(claim.id(), claim.attempts(), false));
        }
        conclude(claim, new Verdict(State.SKIPPED, () -> "IM-TEST", List.of(), envelope(), null, null, null, true));
        assertThat(transactions().execute(() -> ledger().retake(claim.id(), NOW)))
                .isEmpty();
    }

    private Claim claim(String epoch, String uid) throws Exception {
        return transactions()
                .execute(() -> ledger().claim(server(ID), epoch, message(uid), NOW))
                .orElseThrow();
    }

    private void conclude(Claim claim, Verdict verdict) throws Exception {
        transactions().execute(() -> {
            ledger().conclude(claim, verdict, NOW);
            return claim;
        });
    }

    @Test
    default void aMessageIsClaimedAgainOnlyWhileItsOutcomeIsOpen() throws Exception {
        String epoch = fresh();
        Claim first = claim(epoch, "1");
        assertThat(first.attempts()).isEqualTo(1);
        Claim takenUp = claim(epoch, "1");
        assertThat(takenUp).isEqualTo(new Claim(first.id(), 2));
        conclude(takenUp, published(fresh()));
        assertThat(ledger().claim(server(ID), epoch, message("1"), NOW)).isEqualTo(Optional.empty());
    }

    @Test
    default void aRetryPlannedByAClockThatWasWrongIsDueOnceItIsRight() throws Exception {
        String epoch = fresh();
        Claim claim = claim(epoch, "1");
        Instant wrong = NOW.plusSeconds(1_000_000);
        transactions().execute(() -> {
            ledger().conclude(
                            claim,
                            Verdict.retrying(Envelope.UNREAD, () -> "IM-X", List.of(), wrong.plusSeconds(60)),
                            wrong);
            return claim;
        });
        assertThat(ledger().seen(ID, wrong).notWanted(epoch, List.of("1"))).containsExactly("1");
        assertThat(ledger().seen(ID, NOW).notWanted(epoch, List.of("1"))).isEmpty();
    }

    @Test
    default void oneMailHasOneOutcomeWhateverItsUid() throws Exception {
        String epoch = fresh();
        String identity = fresh();
        assertThat(ledger().outcome(identity)).isEmpty();
        conclude(claim(epoch, "1"), published(identity));
        assertThat(ledger().outcome(identity)).contains(State.PAGE_CREATED);
        Claim second = claim(epoch, "2");
        assertThatThrownBy(() -> conclude(second, published(identity))).isInstanceOf(RuntimeException.class);
        assertThat(claim(epoch, "2").attempts()).as("the second stays open").isEqualTo(2);
    }

    @Test
    default void aTransactionThatFailsLeavesNoTrace() throws Exception {
        String epoch = fresh();
        String identity = fresh();
        Claim claim = claim(epoch, "1");
        assertThatThrownBy(() -> transactions().execute(() -> {
                    ledger().conclude(claim, published(identity), NOW);
                    throw new java.io.IOException("publishing failed");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(ledger().outcome(identity)).isEmpty();
        assertThat(ledger().unsettled(ID, epoch)).isEmpty();
    }

    @Test
    default void onlyOpenAndDueMessagesAreWanted() throws Exception {
        String epoch = fresh();
        claim(epoch, "1");
        conclude(claim(epoch, "2"), published(fresh()));
        conclude(
                claim(epoch, "3"),
                new Verdict(
                        State.RETRYING,
                        () -> "IM-X",
                        List.of("why"),
                        envelope(),
                        null,
                        null,
                        NOW.plusSeconds(60),
                        false));
        List<String> uids = List.of("1", "2", "3", "4");
        assertThat(ledger().seen(ID, NOW).notWanted(epoch, uids)).containsExactlyInAnyOrder("2", "3");
        assertThat(ledger().seen(ID, NOW.plusSeconds(61)).notWanted(epoch, uids))
                .containsExactly("2");
        assertThat(ledger().seen(ID, NOW).notWanted("other" + epoch, uids)).isEmpty();
    }

    @Test
    default void openMessagesAreKnownHoweverTheMailboxIsNumberedNow() throws Exception {
        String epoch = fresh();
        Claim begun = claim(epoch, "1");
        conclude(claim(epoch, "2"), published(fresh()));
        Claim failed = claim(epoch, "3");
        conclude(failed, Verdict.retrying(Envelope.UNREAD, () -> "IM-X", List.of(), NOW.plusSeconds(60)));
        assertThat(ledger().open(ID))
                .contains(
                        new OpenMessage(begun.id(), 1, epoch, "1", NOW, null),
                        new OpenMessage(failed.id(), 1, epoch, "3", NOW, NOW.plusSeconds(60)))
                .noneMatch(open -> open.epoch().equals(epoch) && open.uid().equals("2"));

        conclude(failed, Verdict.skipped(Envelope.UNREAD, DeliveryCode.RENUMBERED, List.of(), false));
        assertThat(ledger().open(ID)).noneMatch(open -> open.id() == failed.id());
        assertThat(ledger().seen(ID, NOW).notWanted(epoch, List.of("3")))
                .as("wanted should the number be good again")
                .isEmpty();
        assertThat(claim(epoch, "3")).isEqualTo(new Claim(failed.id(), 2));
    }

    @Test
    default void theServerIsToldOnce() throws Exception {
        String epoch = fresh();
        conclude(claim(epoch, "1"), published(fresh()));
        conclude(claim(epoch, "2"), published(fresh()));
        assertThat(ledger().unsettled(ID, epoch)).containsExactly("1", "2");
        transactions().execute(() -> {
            ledger().settled(ID, epoch, List.of("1"), NOW);
            return epoch;
        });
        assertThat(ledger().unsettled(ID, epoch)).containsExactly("2");
    }

    @Test
    default void theLowWaterMarkOnlyRises() throws Exception {
        String epoch = fresh();
        assertThat(ledger().seen(ID, NOW).lowWater(epoch)).isZero();
        for (long uid : new long[] {5, 3, 4_000_000_000L, 9}) {
            transactions().execute(() -> {
                ledger().raiseLowWater(ID, epoch, uid);
                return uid;
            });
        }
        assertThat(ledger().seen(ID, NOW).lowWater(epoch)).isEqualTo(4_000_000_000L);
    }

    @Test
    default void longAndOddTextsAreKept() throws Exception {
        String epoch = fresh();
        Envelope odd = new Envelope("a\u0000b".repeat(500), "r", "👍".repeat(400), "<" + "m".repeat(900) + ">");
        conclude(
                claim(epoch, "u".repeat(70)),
                new Verdict(
                        State.REJECTED,
                        () -> "IM-X",
                        List.of("a\nb", "x".repeat(3000)),
                        odd,
                        null,
                        fresh(),
                        null,
                        false));
        assertThat(ledger().seen(ID, NOW).notWanted(epoch, List.of("u".repeat(70))))
                .hasSize(1);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
