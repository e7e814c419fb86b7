package org.incomingmail.dev.content;

import java.util.UUID;
import org.hsqldb.jdbc.JDBCDataSource;
import org.incomingmail.dev.services.Database;

final class HsqldbWikiTest extends WikiContract {

    @Override
    Database database() {
        JDBCDataSource source = new JDBCDataSource();
        source.setUrl("jdbc:hsqldb:mem:" + UUID.randomUUID());
        source.setUser("sa");
        return new TestDatabase(source, Database.Dialect.HSQLDB);
    }
}
