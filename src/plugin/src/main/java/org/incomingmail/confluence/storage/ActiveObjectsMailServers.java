package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.Secrets;
import org.incomingmail.engine.server.ServerStates;

/** Mail servers in the host's database, passwords encrypted. */
@Named
public class ActiveObjectsMailServers implements MailServers {
    private final ActiveObjects ao;
    private final Secrets secrets;
    private final ServerStates states;
    private final Briefly<Class<?>, List<MailServer>> known = new Briefly<>();

    @Inject
    public ActiveObjectsMailServers(ActiveObjects ao, Secrets secrets, ServerStates states) {
        this.ao = ao;
        this.secrets = secrets;
        this.states = states;
    }

    @Override
    public List<MailServer> all() {
        return known.get(MailServer.class, this::read);
    }

    private List<MailServer> read() {
        return Arrays.stream(ao.find(MailServerRow.class))
                .map(MailServerColumns::server)
                .sorted(Comparator.comparing(MailServer::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(server -> server.id().value()))
                .toList();
    }

    @Override
    public Optional<MailServer> find(MailServerId id) {
        return row(id).map(MailServerColumns::server);
    }

    @Override
    public MailServer add(MailServer server, Optional<String> password) {
        known.changing();
        return ao.executeInTransaction(() -> {
            MailServerRow row = ao.create(
                    MailServerRow.class,
                    new DBParam("NAME", server.name()),
                    new DBParam("TO_ADDRESS", server.toAddress()),
                    new DBParam("PROTOCOL", server.endpoint().protocol().name()),
                    new DBParam("HOSTNAME", server.endpoint().hostname()),
                    new DBParam("START_TLS", server.endpoint().startTls().name()),
                    new DBParam("USERNAME", server.username()),
                    new DBParam("FOLDER", server.reading().folder()),
                    new DBParam(
                            "AFTER_PROCESSING",
                            server.reading().afterProcessing().name()));
            return save(row, server, password);
        });
    }

    @Override
    public MailServer replace(MailServer server, Optional<String> password) {
        known.changing();
        return ao.executeInTransaction(() -> save(existing(server.id()), server, password));
    }

    private MailServer save(MailServerRow row, MailServer server, Optional<String> password) {
        MailServerColumns.fill(row, server);
        password.ifPresent(given -> row.setPassword(secrets.encrypt(given)));
        row.save();
        return server.withId(new MailServerId(row.getID()));
    }

    @Override
    public void setEnabled(MailServerId id, boolean enabled) {
        known.changing();
        MailServerRow row = existing(id);
        row.setEnabled(enabled);
        row.save();
    }

    @Override
    public void remove(MailServerId id) {
        known.changing();
        ao.executeInTransaction(() -> {
            states.remove(id);
            return ao.deleteWithSQL(MailServerRow.class, "ID = ?", (int) id.value());
        });
    }

    @Override
    public Optional<String> password(MailServerId id) {
        return row(id).map(MailServerRow::getPassword).map(secrets::decrypt);
    }

    private MailServerRow existing(MailServerId id) {
        return row(id).orElseThrow(() -> new IllegalArgumentException("No mail server " + id));
    }

    private Optional<MailServerRow> row(MailServerId id) {
        return Arrays.stream(ao.find(MailServerRow.class, Query.select().where("ID = ?", (int) id.value())))
                .findFirst();
    }
}
