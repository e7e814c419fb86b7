package org.incomingmail.dev.services;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;
import org.apache.commons.dbcp2.PoolingConnection;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections to HSQLDB that keep their prepared statements: unlike PostgreSQL's driver, HSQLDB's parses each anew. */
final class KeptStatements extends AbstractDataSource {
    private static final int MOST = 200;
    private final String url;

    KeptStatements(String url) {
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection("SA", "");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        PoolingConnection connection = new PoolingConnection(DriverManager.getConnection(url, username, password));
        GenericKeyedObjectPoolConfig<DelegatingPreparedStatement> kept = new GenericKeyedObjectPoolConfig<>();
        kept.setMaxTotal(MOST);
        kept.setMaxTotalPerKey(-1);
        kept.setMaxIdlePerKey(1);
        kept.setBlockWhenExhausted(false);
        kept.setMaxWait(Duration.ZERO);
        kept.setJmxEnabled(false);
        connection.setStatementPool(new GenericKeyedObjectPool<>(connection, kept));
        return connection;
    }
}
