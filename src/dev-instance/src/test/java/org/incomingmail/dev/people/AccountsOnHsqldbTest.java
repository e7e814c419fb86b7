package org.incomingmail.dev.people;

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
class AccountsOnHsqldbTest implements AccountsContract {
    private Database database;

    @BeforeAll
    void open(@TempDir Path home) {
        database = Databases.open(home, Optional.empty());
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    public Database database() {
        return database;
    }
}
