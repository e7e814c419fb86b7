package org.incomingmail.dev.content.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.incomingmail.dev.services.Database;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Spaces in the database; keys ignore case. */
public final class SpaceTable {

    private final Database database;
    private final Jdbi jdbi;

    /** Key of a row that was read, by its id or by its space key. */
    private record Known(Object key) {}

    public SpaceTable(Database database) {
        this.database = database;
        this.jdbi = database.jdbi();
    }

    public Optional<SpaceRow> byId(long id) {
        return one("WHERE id = ?", id);
    }

    public Optional<SpaceRow> byKey(String key) {
        return one("WHERE lower_key = ?", key.toLowerCase(Locale.ROOT));
    }

    private Optional<SpaceRow> one(String condition, Object value) {
        return database.once(
                new Known(value), () -> list(condition, value).stream().findFirst());
    }

    /** All spaces by name. */
    public List<SpaceRow> all() {
        return list("ORDER BY name, id");
    }

    public long insert(String key, String name, @Nullable String creator, Instant created) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("INSERT INTO spaces (space_key, lower_key, name, creator, created)"
                                + " VALUES (:key, :lower, :name, :creator, :created)")
                        .bind("key", key)
                        .bind("lower", key.toLowerCase(Locale.ROOT))
                        .bind("name", name)
                        .bind("creator", creator)
                        .bind("created", created.toEpochMilli())
                        .executeAndReturnGeneratedKeys()
                        .mapTo(Long.class)
                        .one());
    }

    public void setHomePage(long id, long pageId) {
        jdbi.useHandle(handle -> handle.execute("UPDATE spaces SET home_page_id = ? WHERE id = ?", pageId, id));
    }

    private List<SpaceRow> list(String condition, Object... values) {
        return jdbi.withHandle(handle -> handle.select("SELECT * FROM spaces " + condition, values)
                .map((rs, context) -> {
                    long home = rs.getLong("home_page_id");
                    Long homePage = rs.wasNull() ? null : home;
                    return new SpaceRow(
                            rs.getLong("id"),
                            rs.getString("space_key"),
                            rs.getString("name"),
                            homePage,
                            rs.getString("creator"),
                            Instant.ofEpochMilli(rs.getLong("created")));
                })
                .list());
    }
}
