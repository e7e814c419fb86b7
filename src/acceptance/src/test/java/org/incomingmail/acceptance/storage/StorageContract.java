package org.incomingmail.acceptance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.confluence.settings.Pending;
import org.incomingmail.confluence.storage.ActiveObjectsJournal;
import org.incomingmail.confluence.storage.ActiveObjectsLedger;
import org.incomingmail.confluence.storage.ActiveObjectsMailServers;
import org.incomingmail.confluence.storage.ActiveObjectsPolicies;
import org.incomingmail.confluence.storage.ActiveObjectsServerStates;
import org.incomingmail.confluence.storage.ActiveObjectsTally;
import org.incomingmail.confluence.storage.ActiveObjectsTraffic;
import org.incomingmail.confluence.storage.ActiveObjectsWaitingMails;
import org.incomingmail.confluence.storage.Erasure;
import org.incomingmail.confluence.storage.LetterCounts;
import org.incomingmail.engine.delivery.Claim;
import org.incomingmail.engine.delivery.Envelope;
import org.incomingmail.engine.delivery.Ledger;
import org.incomingmail.engine.delivery.LedgerContract;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.delivery.Transactions;
import org.incomingmail.engine.delivery.Verdict;
import org.incomingmail.engine.delivery.WaitingMail;
import org.incomingmail.engine.journal.Event;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.journal.JournalEntry.State;
import org.incomingmail.engine.journal.JournalQuery;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.policy.Policy;
import org.incomingmail.engine.policy.PolicyReader;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.trust.Level;
import org.incomingmail.engine.wiki.Wiki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The app's storage, the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StorageContract implements LedgerContract, AuthorizationStorageContract, NodesContract {

    @Override
    public Ledger ledger() {
        return new ActiveObjectsLedger(tables().activeObjects());
    }

    @Override
    public Transactions transactions() {
        return tables().transactions();
    }

    private ActiveObjectsMailServers servers() {
        return new ActiveObjectsMailServers(tables().activeObjects(), new ReversedSecrets(), states());
    }

    private ActiveObjectsServerStates states() {
        return new ActiveObjectsServerStates(tables().activeObjects());
    }

    @Test
    void aMailServerComesBackAsItWasSavedAndItsPasswordIsNotReadable() {
        MailServer saved = servers().add(LedgerContract.server(MailServerId.UNSAVED), Optional.of("secret"));
        assertThat(servers().find(saved.id())).contains(saved);
        assertThat(servers().password(saved.id())).contains("secret");
        servers().replace(saved.withEnabled(false), Optional.empty());
        assertThat(servers().find(saved.id())).contains(saved.withEnabled(false));
        assertThat(servers().password(saved.id())).as("left as it was").contains("secret");
        servers().setEnabled(saved.id(), true);
        assertThat(servers().all()).contains(saved);
        servers().remove(saved.id());
        assertThat(servers().find(saved.id())).isEmpty();
    }

    @Test
    void aStateComesBackAsItWasPut() {
        MailServerId id = new MailServerId(42);
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        ServerState state = new ServerState(
                ServerState.Status.FAILING, now, now, now.plusSeconds(60), "IM-X", "NO nein", List.of("a", "b"), 2);
        states().put(id, ServerState.neverChecked());
        states().put(id, state);
        assertThat(states().find(id)).contains(state);
        states().remove(id);
        assertThat(states().find(id)).isEmpty();
    }

    @Test
    void theJournalFindsByServerStateTextAndTime() throws Exception {
        MailServer server = LedgerContract.server(new MailServerId(99));
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        for (int i = 0; i < 5; i++) {
            String subject = i == 3 ? "Budget 予算" : "Message " + i;
            State state = i % 2 == 0 ? State.PAGE_CREATED : State.REJECTED;
            Instant received = now.plusSeconds(i);
            Claim claim = ledger().claim(server, "e", new MessageHandle("j" + i, 10, received), now)
                    .orElseThrow();
            Envelope envelope = new Envelope("Ann@example.test", "w@example.test", subject, null);
            ledger().conclude(
                            claim,
                            new Verdict(
                                    state, () -> "IM-SOME", List.of("x", "y"), envelope, null, "j" + i, null, false),
                            now);
        }
        assertThat(find(Set.of(), Optional.empty())).hasSize(5);
        assertThat(find(Set.of(State.REJECTED), Optional.empty())).hasSize(2);
        JournalEntry found = find(Set.of(), Optional.of("BUDGET 予")).get(0);
        assertThat(found.subject()).isEqualTo("Budget 予算");
        assertThat(found.codeArguments()).containsExactly("x", "y");
        assertThat(found.received()).isEqualTo(now.plusSeconds(3));
        assertThat(find(Set.of(), Optional.of("ann@"))).hasSize(5);
    }

    @Test
    void theStoryOfAMessageIsToldInItsOrder() throws Exception {
        MailServer server = LedgerContract.server(new MailServerId(98));
        Claim claim = ledger().claim(server, "s", new MessageHandle("1", 10, LedgerContract.NOW), LedgerContract.NOW)
                .orElseThrow();
        Envelope envelope = new Envelope("ann@example.test", "w@example.test", "Tab\tand\nline", null);
        List<String> arguments = List.of("ann@example.test", "");
        ledger().conclude(
                        claim,
                        new Verdict(
                                State.REJECTED,
                                () -> "IM-SOME",
                                arguments,
                                envelope,
                                null,
                                null,
                                null,
                                true,
                                Level.KNOWN_ADDRESS),
                        LedgerContract.NOW.plusSeconds(1));
        transactions().execute(() -> {
            ledger().settled(server.id(), "s", List.of("1"), LedgerContract.NOW.plusSeconds(2));
            ledger().note(
                            claim.id(),
                            Event.by("the\tadmin", LedgerContract.NOW.plusSeconds(3), Event.Kind.PLACED, "DEMO", ""));
            return claim;
        });
        assertThat(entry(claim.id()).story())
                .containsExactly(
                        Event.of(LedgerContract.NOW, Event.Kind.TAKEN, "", "1"),
                        Event.of(LedgerContract.NOW.plusSeconds(1), Event.Kind.TRUSTED, "KNOWN_ADDRESS"),
                        Event.of(LedgerContract.NOW.plusSeconds(1), Event.Kind.CONCLUDED, "REJECTED"),
                        new Event(LedgerContract.NOW.plusSeconds(1), Event.Kind.REASON, "IM-SOME", arguments, null),
                        Event.of(LedgerContract.NOW.plusSeconds(2), Event.Kind.SETTLED, ""),
                        Event.by("the admin", LedgerContract.NOW.plusSeconds(3), Event.Kind.PLACED, "DEMO", ""));
    }

    @Test
    void anErasedSenderIsNowhereAndTheMessageStaysKnown() throws Exception {
        MailServer server = LedgerContract.server(new MailServerId(97));
        long ended = message(server, "1", "Secret_One@example.test", State.REJECTED);
        long waits = message(server, "2", "secret_one@example.test", State.WAITING);
        long other = message(server, "3", "secretXone@example.test", State.REJECTED);
        MessageStore store = mock(MessageStore.class);
        Erasure erasure = new Erasure(tables().activeObjects(), store);
        assertThat(erasure.of("secret_one@EXAMPLE.test")).isEqualTo(new Erasure.Erased(1, 1));
        org.mockito.Mockito.verify(store).remove(ended);
        org.mockito.Mockito.verifyNoMoreInteractions(store);
        assertThat(entry(ended).toString()).doesNotContainIgnoringCase("secret").doesNotContain("Subject of 1");
        assertThat(entry(ended).code()).isEqualTo("IM-SOME");
        assertThat(entry(waits).sender()).isEqualTo("secret_one@example.test");
        assertThat(entry(other).sender()).isEqualTo("secretXone@example.test");
        assertThat(ledger().outcome("erase1")).as("it is not published again").isPresent();
    }

    @Test
    void whatIsOldIsErasedFromTheLog() throws Exception {
        MailServer server = LedgerContract.server(new MailServerId(96));
        long old = message(server, "1", "old@example.test", State.REJECTED);
        Erasure erasure = new Erasure(tables().activeObjects(), mock(MessageStore.class));
        assertThat(erasure.before(LedgerContract.NOW))
                .as("received at that moment")
                .isZero();
        assertThat(erasure.before(LedgerContract.NOW.plusSeconds(1))).isPositive();
        assertThat(entry(old).sender()).isNull();
        assertThat(erasure.before(LedgerContract.NOW.plusSeconds(1))).as("once").isZero();
    }

    @Test
    void messagesAreCountedByStateAndTime() throws Exception {
        MailServer server = LedgerContract.server(new MailServerId(95));
        message(server, "1", "a@example.test", State.QUARANTINED);
        message(server, "2", "b@example.test", State.QUARANTINED);
        message(server, "3", "c@example.test", State.REJECTED);
        ActiveObjectsTally tally = new ActiveObjectsTally(tables().activeObjects());
        assertThat(new Pending(tally).quarantined()).containsEntry(server.id(), 2);
        int[] counts = new int[2];
        tally.since(LedgerContract.NOW, (id, received, state) -> counts[0] += id.equals(server.id()) ? 1 : 0);
        tally.since(
                LedgerContract.NOW.plusMillis(1), (id, received, state) -> counts[1] += id.equals(server.id()) ? 1 : 0);
        assertThat(counts).containsExactly(3, 0);
    }

    private long message(MailServer server, String uid, String sender, State state) throws Exception {
        Claim claim = ledger().claim(server, "e", new MessageHandle(uid, 10, LedgerContract.NOW), LedgerContract.NOW)
                .orElseThrow();
        Envelope envelope = new Envelope(sender, "w@example.test", "Subject of " + uid, "<" + sender + ">");
        String identity = server.id().value() == 97 ? "erase" + uid : null;
        List<String> arguments = List.of(sender);
        ledger().conclude(
                        claim,
                        new Verdict(state, () -> "IM-SOME", arguments, envelope, null, identity, null, false),
                        LedgerContract.NOW);
        return claim.id();
    }

    private JournalEntry entry(long id) {
        return new ActiveObjectsJournal(tables().activeObjects(), mock(MessageStore.class), mock(Wiki.class))
                .entry(id)
                .orElseThrow();
    }

    @Test
    void theRulesOfAMailServerComeBackAsTheyWereSaved() {
        ActiveObjectsPolicies policies = new ActiveObjectsPolicies(tables().activeObjects());
        MailServerId id = new MailServerId(77);
        assertThat(policies.of(id)).isEqualTo(Policy.standard());
        java.util.Map<String, String> values = java.util.Map.of(
                "lists.blocked", "evil.test\n*.evil.test",
                "trust.knownAddress", "HOLD",
                "rules.0.name", "Release \\n notes = 予算",
                "rules.0.space", "GONE");
        Policy policy = ((PolicyReader.Outcome.Read) PolicyReader.ofStored().read(values)).policy();
        policies.put(id, Policy.standard());
        policies.put(id, policy);
        assertThat(policies.of(id)).isEqualTo(policy);
        policies.remove(id);
        assertThat(policies.of(id)).isEqualTo(Policy.standard());
    }

    @Test
    void whatWaitsIsFoundByItsMessageAndItsLink() {
        ActiveObjectsWaitingMails waiting = new ActiveObjectsWaitingMails(tables().activeObjects());
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        WaitingMail held = new WaitingMail(501, new MailServerId(7), null, null, now, null);
        WaitingMail asked = new WaitingMail(502, new MailServerId(7), "ann", "hash", now, now.plusSeconds(60));
        waiting.put(held);
        waiting.put(new WaitingMail(502, new MailServerId(7), "ann", null, now, now.plusSeconds(60)));
        waiting.put(asked);
        assertThat(waiting.all()).containsExactly(held, asked);
        assertThat(waiting.withToken("hash")).contains(asked);
        assertThat(waiting.find(501)).contains(held);
        waiting.remove(501);
        waiting.remove(502);
        assertThat(waiting.all()).isEmpty();
    }

    @Test
    void trafficIsCountedBySenderThreadAndMailbox() {
        ActiveObjectsTraffic traffic = new ActiveObjectsTraffic(tables().activeObjects());
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        MailServerId id = new MailServerId(78);
        traffic.count(id, "Ann@example.com", 1, now);
        traffic.count(id, "ann@example.com", 2, now);
        traffic.count(id, "bob@example.com", 1, now);
        Instant before = now.minusSeconds(1);
        assertThat(traffic.ofMailbox(id, before)).isEqualTo(3);
        assertThat(traffic.ofSender(id, "ANN@example.com", before)).isEqualTo(2);
        assertThat(traffic.ofThread(id, "ann@example.com", 1, before)).isEqualTo(1);
        assertThat(traffic.ofMailbox(id, now)).isZero();
        traffic.forgetBefore(now.plusSeconds(1));
        assertThat(traffic.ofMailbox(id, before)).isZero();
    }

    @Test
    void lettersAreCountedByAddressKindAndDay() {
        LetterCounts counts = new LetterCounts(tables().activeObjects());
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        assertThat(counts.oneMore("ann@example.com", "PUBLISHED", 1, now)).isTrue();
        assertThat(counts.oneMore("Ann@example.com", "PUBLISHED", 1, now)).isFalse();
        assertThat(counts.oneMore("ann@example.com", "WAITING", 1, now)).isTrue();
        assertThat(counts.oneMore("ann@example.com", "PUBLISHED", 1, now.plusSeconds(86_400)))
                .isTrue();
        counts.forgetBefore(now.plusSeconds(1_000_000));
        assertThat(counts.oneMore("ann@example.com", "PUBLISHED", 1, now)).isTrue();
    }

    private List<JournalEntry> find(Set<State> states, Optional<String> text) {
        JournalQuery query = new JournalQuery(
                Optional.of(new MailServerId(99)),
                states,
                Optional.empty(),
                text,
                Optional.empty(),
                Optional.empty(),
                0,
                10);
        ActiveObjectsJournal journal =
                new ActiveObjectsJournal(tables().activeObjects(), mock(MessageStore.class), mock(Wiki.class));
        assertThat(journal.find(query).total())
                .isEqualTo(journal.find(query).entries().size());
        return journal.find(query).entries();
    }
}
