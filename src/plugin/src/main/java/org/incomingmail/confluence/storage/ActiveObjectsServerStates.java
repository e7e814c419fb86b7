package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerStates;

/** States of the mail servers in the host's database, the same on every node. */
@Named
public class ActiveObjectsServerStates implements ServerStates {
    private final ActiveObjects ao;

    @Inject
    public ActiveObjectsServerStates(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public Optional<ServerState> find(MailServerId id) {
        ServerStateRow[] rows = rows(id);
        return rows.length == 0 ? Optional.empty() : Optional.of(state(rows[0]));
    }

    @Override
    public void put(MailServerId id, ServerState state) {
        ServerStateRow[] rows = rows(id);
        ServerStateRow row = rows.length > 0
                ? rows[0]
                : ao.create(
                        ServerStateRow.class,
                        new DBParam("SERVER_ID", id.value()),
                        new DBParam("STATUS", state.status().name()));
        row.setStatus(state.status().name());
        row.setSinceMillis(Moments.millis(state.since()));
        row.setLastCheckMillis(Moments.millis(state.lastCheck()));
        row.setNextCheckMillis(Moments.millis(state.nextCheck()));
        row.setLastCode(state.lastCode());
        row.setLastDetail(Texts.cut(state.lastDetail(), 2_000));
        row.setLastArguments(Texts.lines(state.lastArguments()));
        row.setFailures(state.consecutiveFailures());
        row.save();
    }

    @Override
    public void remove(MailServerId id) {
        ao.deleteWithSQL(ServerStateRow.class, "SERVER_ID = ?", id.value());
    }

    private ServerStateRow[] rows(MailServerId id) {
        return ao.find(ServerStateRow.class, Query.select().where("SERVER_ID = ?", id.value()));
    }

    private static ServerState state(ServerStateRow row) {
        return new ServerState(
                ServerState.Status.valueOf(row.getStatus()),
                Moments.moment(row.getSinceMillis()),
                Moments.moment(row.getLastCheckMillis()),
                Moments.moment(row.getNextCheckMillis()),
                row.getLastCode(),
                row.getLastDetail(),
                Texts.values(row.getLastArguments()),
                row.getFailures());
    }
}
