package org.incomingmail.dev.content.store;

import java.util.Optional;
import org.incomingmail.dev.services.Database;

/** Content properties in the database. */
public final class PropertyTable {

    private final Database database;

    public PropertyTable(Database database) {
        this.database = database;
    }

    public Optional<String> get(long contentId, String key) {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT property_value FROM content_properties" + " WHERE content_id = ? AND property_key = ?",
                        contentId,
                        key)
                .mapTo(String.class)
                .findFirst());
    }

    public void set(long contentId, String key, String value) {
        database.inTransaction(() -> database.jdbi().withHandle(handle -> {
            int changed = handle.execute(
                    "UPDATE content_properties SET property_value = ? WHERE content_id = ? AND property_key = ?",
                    value,
                    contentId,
                    key);
            return changed > 0
                    ? changed
                    : handle.execute(
                            "INSERT INTO content_properties (content_id, property_key, property_value) VALUES (?, ?, ?)",
                            contentId,
                            key,
                            value);
        }));
    }
}
