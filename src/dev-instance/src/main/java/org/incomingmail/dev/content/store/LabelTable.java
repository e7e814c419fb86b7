package org.incomingmail.dev.content.store;

import java.util.List;
import org.incomingmail.dev.services.Database;

/** Labels of content in the database. */
public final class LabelTable {

    private final Database database;

    public LabelTable(Database database) {
        this.database = database;
    }

    /** In alphabetical order. */
    public List<String> of(long contentId) {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT label FROM content_labels WHERE content_id = ? ORDER BY label", contentId)
                .mapTo(String.class)
                .list());
    }

    public void add(long contentId, String label) {
        database.inTransaction(() -> {
            // a transaction that broke on a duplicate could not go on in PostgreSQL: look first
            if (!of(contentId).contains(label)) {
                database.jdbi()
                        .useHandle(handle -> handle.execute(
                                "INSERT INTO content_labels (content_id, label) VALUES (?, ?)", contentId, label));
            }
            return true;
        });
    }
}
