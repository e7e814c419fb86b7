package org.incomingmail.acceptance.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.incomingmail.confluence.host.HostTransactions;
import org.incomingmail.confluence.storage.AuthorizationRow;
import org.incomingmail.confluence.storage.DraftRow;
import org.incomingmail.confluence.storage.LetterRow;
import org.incomingmail.confluence.storage.MailServerRow;
import org.incomingmail.confluence.storage.MailboxMarkRow;
import org.incomingmail.confluence.storage.MessageRow;
import org.incomingmail.confluence.storage.NodeRow;
import org.incomingmail.confluence.storage.NoticeRow;
import org.incomingmail.confluence.storage.PolicyRow;
import org.incomingmail.confluence.storage.ServerStateRow;
import org.incomingmail.confluence.storage.TrafficRow;
import org.incomingmail.confluence.storage.WaitingRow;
import org.incomingmail.dev.services.Database;
import org.incomingmail.dev.services.Databases;
import org.incomingmail.dev.services.MigratedActiveObjects;
import org.incomingmail.engine.delivery.Transactions;

/** The app's tables in a database of the host. */
public final class AppTables implements AutoCloseable {
    private final Database database;
    private final ActiveObjects activeObjects;

    public AppTables(Path home, Optional<String> jdbcUrl) {
        database = Databases.open(home, jdbcUrl);
        MigratedActiveObjects modules = new MigratedActiveObjects(database);
        modules.register(
                "app",
                "org.incomingmail.confluence",
                List.of(
                        MailServerRow.class,
                        ServerStateRow.class,
                        MailboxMarkRow.class,
                        MessageRow.class,
                        DraftRow.class,
                        AuthorizationRow.class,
                        PolicyRow.class,
                        WaitingRow.class,
                        TrafficRow.class,
                        LetterRow.class,
                        NoticeRow.class,
                        NodeRow.class));
        activeObjects = modules.forPlugin("app");
    }

    public Database database() {
        return database;
    }

    public ActiveObjects activeObjects() {
        return activeObjects;
    }

    public Transactions transactions() {
        return new HostTransactions(new TransactionTemplate() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return database.inTransaction(action::doInTransaction);
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
