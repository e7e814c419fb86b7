package org.incomingmail.acceptance.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PostgresStorageTest extends StorageContract {
    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private AppTables tables;

    @BeforeAll
    void open(@TempDir Path home) throws IOException {
        postgres = EmbeddedPostgres.start();
        tables = new AppTables(home, Optional.of(postgres.getJdbcUrl("postgres", "postgres")));
    }

    @AfterAll
    void close() throws IOException {
        tables.close();
        postgres.close();
    }

    @Override
    public AppTables tables() {
        return tables;
    }
}
