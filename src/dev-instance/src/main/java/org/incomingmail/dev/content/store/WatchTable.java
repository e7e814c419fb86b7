package org.incomingmail.dev.content.store;

import java.util.List;
import org.incomingmail.dev.services.Database;

/** Who watches what. */
public final class WatchTable {

    /** What can be watched. */
    public enum Target {
        SPACE,
        CONTENT
    }

    private final Database database;

    public WatchTable(Database database) {
        this.database = database;
    }

    /** User keys of the watchers. */
    public List<String> watchers(Target target, long id) {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT user_key FROM watches WHERE target_type = ? AND target_id = ? ORDER BY user_key",
                        target.name(),
                        id)
                .mapTo(String.class)
                .list());
    }

    public void add(String userKey, Target target, long id) {
        database.inTransaction(() -> {
            // a transaction that broke on a duplicate could not go on in PostgreSQL: look first
            if (!watchers(target, id).contains(userKey)) {
                database.jdbi()
                        .useHandle(handle -> handle.execute(
                                "INSERT INTO watches (user_key, target_type, target_id) VALUES (?, ?, ?)",
                                userKey,
                                target.name(),
                                id));
            }
            return true;
        });
    }

    public void remove(String userKey, Target target, long id) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "DELETE FROM watches WHERE user_key = ? AND target_type = ? AND target_id = ?",
                        userKey,
                        target.name(),
                        id));
    }
}
