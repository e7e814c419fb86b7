package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.confluence.authorization.Authorization;
import org.incomingmail.confluence.authorization.Authorization.Refusal;
import org.incomingmail.confluence.authorization.Authorizations;
import org.jspecify.annotations.Nullable;

/** What is known about tokens, in the host's database, the same on every node. */
@Named
public class ActiveObjectsAuthorizations implements Authorizations {
    private final ActiveObjects ao;

    @Inject
    public ActiveObjectsAuthorizations(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Optional<Authorization> find(String key) {
        return Arrays.stream(rows(key)).findFirst().map(ActiveObjectsAuthorizations::authorization);
    }

    @Override
    public void put(Authorization authorization) {
        ao.executeInTransaction(() -> {
            AuthorizationRow[] rows = rows(authorization.key());
            AuthorizationRow row = rows.length > 0
                    ? rows[0]
                    : ao.create(AuthorizationRow.class, new DBParam("TOKEN_KEY", authorization.key()));
            fill(row, authorization);
            row.save();
            return row;
        });
    }

    @Override
    public void keepOnly(Collection<String> keys) {
        for (AuthorizationRow row : ao.find(AuthorizationRow.class)) {
            if (!keys.contains(row.getTokenKey())) {
                ao.deleteWithSQL(AuthorizationRow.class, "ID = ?", row.getID());
            }
        }
    }

    private AuthorizationRow[] rows(String key) {
        return ao.find(AuthorizationRow.class, Query.select().where("TOKEN_KEY = ?", key));
    }

    private static void fill(AuthorizationRow row, Authorization authorization) {
        row.setUserKey(authorization.user());
        row.setConsentedMillis(Moments.millis(authorization.consented()));
        row.setAccount(Texts.column(authorization.account()));
        row.setScopes(Texts.lines(authorization.scopes()));
        row.setExpiresMillis(Moments.millis(authorization.expires()));
        row.setObtainedMillis(Moments.millis(authorization.obtained()));
        @Nullable Refusal refusal = authorization.refusal();
        row.setCode(refusal == null ? null : refusal.code());
        row.setArguments(refusal == null ? null : Texts.lines(refusal.arguments()));
        row.setSaid(refusal == null ? null : Texts.cut(refusal.said(), 2_000));
        row.setRefusedMillis(refusal == null ? 0 : refusal.at().toEpochMilli());
    }

    private static Authorization authorization(AuthorizationRow row) {
        @Nullable String code = row.getCode();
        return new Authorization(
                row.getTokenKey(),
                row.getUserKey(),
                Moments.moment(row.getConsentedMillis()),
                row.getAccount(),
                Texts.values(row.getScopes()),
                Moments.moment(row.getExpiresMillis()),
                Moments.moment(row.getObtainedMillis()),
                code == null
                        ? null
                        : new Refusal(
                                code,
                                Texts.values(row.getArguments()),
                                row.getSaid(),
                                Instant.ofEpochMilli(row.getRefusedMillis())));
    }
}
