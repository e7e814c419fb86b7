package org.incomingmail.dev.services;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.services.logging.HostLog;
import org.jspecify.annotations.Nullable;

/** Database, transactions, settings, events and locks: what the other rooms and the apps stand on. */
public final class ServicesRoom implements Room {
    private @Nullable Database database;

    @Override
    public void open(Host host) {
        HostLog.open(host.options().home());
        Database opened = Databases.open(host.options().home(), host.options().jdbcUrl());
        database = opened;
        HostServices services = host.services();
        services.register(Database.class, opened);
        services.register(TransactionTemplate.class, new ThreadTransactions(opened));
        services.register(PluginSettingsFactory.class, new StoredSettings(opened));
        services.register(EventPublisher.class, new Events());
        services.register(ClusterLockService.class, new NodeLocks());
        services.register(ActiveObjectsModules.class, new MigratedActiveObjects(opened));
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
        HostLog.close();
    }
}
