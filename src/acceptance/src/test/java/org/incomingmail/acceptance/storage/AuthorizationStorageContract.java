package org.incomingmail.acceptance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.java.ao.Query;
import org.incomingmail.confluence.authorization.Authorization;
import org.incomingmail.confluence.authorization.Authorization.Refusal;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.authorization.Draft.Outcome;
import org.incomingmail.confluence.storage.ActiveObjectsAuthorizations;
import org.incomingmail.confluence.storage.ActiveObjectsDrafts;
import org.incomingmail.confluence.storage.ActiveObjectsNotices;
import org.incomingmail.confluence.storage.DraftRow;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.junit.jupiter.api.Test;

/** Drafts and authorizations, the same on every database. */
interface AuthorizationStorageContract {
    Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    AppTables tables();

    private ActiveObjectsDrafts drafts() {
        return new ActiveObjectsDrafts(tables().activeObjects(), new ReversedSecrets());
    }

    private ActiveObjectsAuthorizations authorizations() {
        return new ActiveObjectsAuthorizations(tables().activeObjects());
    }

    @Test
    default void aDraftComesBackAsItWasTypedAndItsPasswordIsNotReadable() {
        MailServerInput typed = new MailServerInput(Map.of(
                Field.NAME, "受信 & more = 100% +",
                Field.CA_CERTIFICATES, "-----BEGIN\n" + "x".repeat(20_000) + "\nEND-----",
                Field.PASSWORD, " correct horse "));
        drafts().put(draft("k1", "ann", typed, new Outcome.Begun()));

        Draft found = drafts().find("k1", "ann", NOW).orElseThrow();
        for (Field field : Field.values()) {
            assertThat(found.input().value(field)).as(field.path()).isEqualTo(typed.value(field));
        }
        assertThat(found.input().password()).contains(" correct horse ");
        assertThat(found.outcome()).isEqualTo(new Outcome.Begun());
        assertThat(found.server()).isEqualTo(new MailServerId(7));
        DraftRow[] rows =
                tables().activeObjects().find(DraftRow.class, Query.select().where("DRAFT_KEY = ?", "k1"));
        assertThat(rows[0].getTyped() + rows[0].getPassword()).doesNotContain("correct");
    }

    @Test
    default void aDraftIsItsOwnersAndForADay() {
        drafts().put(draft("k2", "bob", new MailServerInput(Map.of()), new Outcome.Begun()));

        assertThat(drafts().find("k2", "eve", NOW)).isEmpty();
        assertThat(drafts().find("k2", "bob", NOW.plusSeconds(1))).as("too old").isEmpty();
        assertThat(drafts().of("bob", NOW)).extracting(Draft::key).containsExactly("k2");
        assertThat(drafts().removeOlderThan(NOW)).isZero();
        drafts().remove("k2");
        assertThat(drafts().of("bob", NOW)).isEmpty();
    }

    @Test
    default void whatCameOfADraftReplacesWhatWasBefore() {
        Draft draft = draft("k3", "cid", new MailServerInput(Map.of()), new Outcome.Begun());
        for (Outcome outcome : List.of(
                new Outcome.Refused("IM-X", List.of("Contoso", ""), "invalid_grant"),
                new Outcome.Authorized("microsoft", "t1"),
                new Outcome.Refused("IM-Y", List.of(), null),
                new Outcome.Begun())) {
            drafts().put(draft.with(outcome, NOW));
            assertThat(drafts().find("k3", "cid", NOW).map(Draft::outcome)).contains(outcome);
        }
        assertThat(drafts().of("cid", NOW)).hasSize(1);
    }

    @Test
    default void anAuthorizationComesBackAsItWasPut() {
        Authorization full = new Authorization(
                "t1",
                "ann",
                NOW,
                "wiki@contoso.test",
                List.of("https://outlook.office.com/IMAP.AccessAsUser.All", "offline_access"),
                NOW.plusSeconds(3600),
                NOW.plusSeconds(1),
                new Refusal("IM-X", List.of("a", "b"), "invalid_grant: no", NOW.plusSeconds(2)));
        Authorization bare = new Authorization("client c1", null, null, null, List.of(), null, null, null);
        authorizations().put(bare);
        authorizations().put(full);
        assertThat(authorizations().find("t1")).contains(full);
        assertThat(authorizations().find("client c1")).contains(bare);

        authorizations().put(new Authorization("t1", null, null, null, List.of(), null, null, null));
        assertThat(authorizations().find("t1").map(Authorization::refusal)).isEqualTo(Optional.empty());
        authorizations().keepOnly(List.of("client c1"));
        assertThat(authorizations().find("t1")).isEmpty();
        assertThat(authorizations().find("client c1")).contains(bare);
    }

    @Test
    default void aNoticeIsNotedOnceUntilItIsForgotten() {
        ActiveObjectsNotices notices = new ActiveObjectsNotices(tables().activeObjects());
        assertThat(notices.note("stopped 1", NOW)).isTrue();
        assertThat(notices.note("stopped 1", NOW.plusSeconds(1))).isFalse();
        assertThat(notices.note("secret c1 30", NOW)).isTrue();
        assertThat(notices.startingWith("stopped ")).containsExactly("stopped 1");
        notices.forget("stopped 1");
        assertThat(notices.startingWith("stopped ")).isEmpty();
        assertThat(notices.note("stopped 1", NOW)).isTrue();
    }

    private static Draft draft(String key, String user, MailServerInput typed, Outcome outcome) {
        return new Draft(key, user, new MailServerId(7), MailboxKind.IMAP, typed, NOW, outcome);
    }
}
