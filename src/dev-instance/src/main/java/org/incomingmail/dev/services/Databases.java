package org.incomingmail.dev.services;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the database of an instance, brought up to the newest schema. */
public final class Databases {
    private Databases() {}

    /**
     * Opens it.
     *
     * @param home where HSQLDB keeps its files
     * @param jdbcUrl a PostgreSQL URL with user and password, or empty for HSQLDB
     */
    public static Database open(Path home, Optional<String> jdbcUrl) {
        return PooledDatabase.open(home, jdbcUrl);
    }
}
