package org.incomingmail.dev.people;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Optional;
import org.incomingmail.dev.services.Database;
import org.incomingmail.dev.services.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class AccountsOnPostgresTest implements AccountsContract {
    private EmbeddedPostgres postgres;
    private Database database;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        postgres = EmbeddedPostgres.start();
        database = Databases.open(home, Optional.of(postgres.getJdbcUrl("postgres", "postgres")));
    }

    @AfterAll
    void close() throws Exception {
        database.close();
        postgres.close();
    }

    @Override
    public Database database() {
        return database;
    }
}
