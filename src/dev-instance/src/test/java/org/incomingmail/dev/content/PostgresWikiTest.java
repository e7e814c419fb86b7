package org.incomingmail.dev.content;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Optional;
import java.util.UUID;
import org.incomingmail.dev.services.Database;
import org.incomingmail.dev.services.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresWikiTest extends WikiContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Override
    Database database() throws Exception {
        String name = "wiki" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return Databases.open(home, Optional.of(postgres.getJdbcUrl("postgres", name)));
    }
}
