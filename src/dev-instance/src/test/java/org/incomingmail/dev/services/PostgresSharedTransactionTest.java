package org.incomingmail.dev.services;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

class PostgresSharedTransactionTest extends SharedTransactionContract {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    Database open() {
        try {
            postgres = EmbeddedPostgres.start();
            return Databases.open(Path.of("unused"), Optional.of(postgres.getJdbcUrl("postgres", "postgres")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
