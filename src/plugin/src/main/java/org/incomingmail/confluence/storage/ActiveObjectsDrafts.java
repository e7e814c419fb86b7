package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.confluence.authorization.Draft;
import org.incomingmail.confluence.authorization.Draft.Outcome;
import org.incomingmail.confluence.authorization.Drafts;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.Secrets;
import org.jspecify.annotations.Nullable;

/** Drafts in the host's database, the same on every node. */
@Named
public class ActiveObjectsDrafts implements Drafts {
    private final ActiveObjects ao;
    private final Secrets secrets;

    @Inject
    public ActiveObjectsDrafts(ActiveObjects ao, Secrets secrets) {
        this.ao = ao;
        this.secrets = secrets;
    }

    @Override
    public Optional<Draft> find(String key, String user, Instant notBefore) {
        return Arrays.stream(ao.find(
                        DraftRow.class,
                        Query.select()
                                .where(
                                        "DRAFT_KEY = ? AND USER_KEY = ? AND TOUCHED_MILLIS >= ?",
                                        key,
                                        user,
                                        notBefore.toEpochMilli())))
                .findFirst()
                .map(this::draft);
    }

    @Override
    public List<Draft> of(String user, Instant notBefore) {
        return Arrays.stream(ao.find(
                        DraftRow.class,
                        Query.select()
                                .where("USER_KEY = ? AND TOUCHED_MILLIS >= ?", user, notBefore.toEpochMilli())
                                .order("TOUCHED_MILLIS DESC")))
                .map(this::draft)
                .toList();
    }

    @Override
    public void put(Draft draft) {
        ao.executeInTransaction(() -> {
            DraftRow[] rows = ao.find(DraftRow.class, Query.select().where("DRAFT_KEY = ?", draft.key()));
            DraftRow row = rows.length > 0
                    ? rows[0]
                    : ao.create(
                            DraftRow.class,
                            new DBParam("DRAFT_KEY", draft.key()),
                            new DBParam("USER_KEY", draft.user()),
                            new DBParam("MAILBOX_KIND", draft.kind().name()));
            row.setServerId(draft.server().value());
            row.setTyped(TypedFields.text(draft.input()));
            row.setPassword(draft.input().password().map(secrets::encrypt).orElse(null));
            row.setTouchedMillis(draft.touched().toEpochMilli());
            fill(row, draft.outcome());
            row.save();
            return row;
        });
    }

    private static void fill(DraftRow row, Outcome outcome) {
        Outcome.@Nullable Authorized authorized = outcome instanceof Outcome.Authorized is ? is : null;
        Outcome.@Nullable Refused refused = outcome instanceof Outcome.Refused is ? is : null;
        row.setOauthClientId(authorized == null ? null : authorized.clientId());
        row.setOauthTokenId(authorized == null ? null : authorized.tokenId());
        row.setCode(refused == null ? null : refused.code());
        row.setArguments(refused == null ? null : Texts.lines(refused.arguments()));
        row.setSaid(refused == null ? null : Texts.cut(refused.said(), 2_000));
    }

    @Override
    public void remove(String key) {
        ao.deleteWithSQL(DraftRow.class, "DRAFT_KEY = ?", key);
    }

    @Override
    public int removeOlderThan(Instant moment) {
        return ao.deleteWithSQL(DraftRow.class, "TOUCHED_MILLIS < ?", moment.toEpochMilli());
    }

    private Draft draft(DraftRow row) {
        return new Draft(
                row.getDraftKey(),
                row.getUserKey(),
                new MailServerId(row.getServerId()),
                MailboxKind.valueOf(row.getMailboxKind()),
                TypedFields.input(row.getTyped(), password(row)),
                Instant.ofEpochMilli(row.getTouchedMillis()),
                outcome(row));
    }

    private Optional<String> password(DraftRow row) {
        try {
            return Optional.ofNullable(row.getPassword()).map(secrets::decrypt);
        } catch (IllegalStateException unreadable) {
            // the key is gone, after a restore for example: typing the password again mends it
            return Optional.empty();
        }
    }

    private static Outcome outcome(DraftRow row) {
        @Nullable String client = row.getOauthClientId();
        @Nullable String token = row.getOauthTokenId();
        @Nullable String code = row.getCode();
        if (client != null && token != null) {
            return new Outcome.Authorized(client, token);
        }
        return code == null
                ? new Outcome.Begun()
                : new Outcome.Refused(code, Texts.values(row.getArguments()), row.getSaid());
    }
}
