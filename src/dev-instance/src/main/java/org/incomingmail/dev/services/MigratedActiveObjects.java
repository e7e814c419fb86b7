package org.incomingmail.dev.services;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.RawEntity;
import net.java.ao.db.HSQLDatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;

/** The ao modules of enabled apps: their tables, and the ActiveObjects each app gets. */
public final class MigratedActiveObjects implements ActiveObjectsModules {
    private final Database database;
    private final Map<String, ActiveObjects> byApp = new ConcurrentHashMap<>();

    public MigratedActiveObjects(Database database) {
        this.database = database;
    }

    @Override
    public void register(String pluginKey, String namespace, List<Class<? extends RawEntity<?>>> entities) {
        EntityManager manager =
                new EntityManager(provider(), new ActiveObjectsConfiguration("AO_" + hash(namespace) + "_", entities));
        @SuppressWarnings({"unchecked", "rawtypes"}) // the array is only read
        Class<? extends RawEntity<?>>[] types = entities.toArray(new Class[0]);
        try {
            manager.migrate(types);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables of " + pluginKey + " cannot be created: " + e.getMessage(), e);
        }
        byApp.put(pluginKey, new TransactionalActiveObjects(database, manager));
    }

    @Override
    public void unregister(String pluginKey) {
        byApp.remove(pluginKey);
    }

    @Override
    public ActiveObjects forPlugin(String pluginKey) {
        // looked up at each call: the app may ask for its service before its entities are known, and be replaced later
        return (ActiveObjects) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ActiveObjects.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(registered(pluginKey), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private ActiveObjects registered(String pluginKey) {
        ActiveObjects activeObjects = byApp.get(pluginKey);
        if (activeObjects == null) {
            throw new IllegalStateException(pluginKey + " has no enabled ao module");
        }
        return activeObjects;
    }

    private DatabaseProvider provider() {
        DisposableDataSource shared = (DisposableDataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DisposableDataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("dispose")) {
                        return null; // the database is everybody's
                    }
                    try {
                        return method.invoke(database.dataSource(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return database.dialect() == Database.Dialect.HSQLDB
                ? new HSQLDatabaseProvider(shared, "PUBLIC")
                : new PostgreSQLDatabaseProvider(shared, "public");
    }

    /** The documented table prefix: the last six hexadecimal digits of the MD5 of the namespace. */
    static String hash(String namespace) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(namespace.getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(md5);
            return hex.substring(hex.length() - 6).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
