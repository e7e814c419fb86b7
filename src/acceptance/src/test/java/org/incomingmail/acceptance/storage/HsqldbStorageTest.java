package org.incomingmail.acceptance.storage;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class HsqldbStorageTest extends StorageContract {
    @SuppressWarnings("NullAway.Init")
    private AppTables tables;

    @BeforeAll
    void open(@TempDir Path home) {
        tables = new AppTables(home, Optional.empty());
    }

    @AfterAll
    void close() {
        tables.close();
    }

    @Override
    public AppTables tables() {
        return tables;
    }
}
