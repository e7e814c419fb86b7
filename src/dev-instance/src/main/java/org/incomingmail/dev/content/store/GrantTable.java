package org.incomingmail.dev.content.store;

import java.util.Collection;
import java.util.List;
import org.incomingmail.dev.content.store.Grant.GranteeType;
import org.incomingmail.dev.content.store.Grant.Right;
import org.incomingmail.dev.services.Database;

/** Space permissions in the database. */
public final class GrantTable {

    private final Database database;

    public GrantTable(Database database) {
        this.database = database;
    }

    /** Key of what was read. */
    private record Known(long spaceId) {}

    public List<Grant> of(long spaceId) {
        return database.once(new Known(spaceId), () -> read(spaceId));
    }

    private List<Grant> read(long spaceId) {
        return database.jdbi().withHandle(handle -> handle.select(
                        "SELECT * FROM space_permissions WHERE space_id = ? ORDER BY grantee_type, grantee", spaceId)
                .map((rs, context) -> new Grant(
                        Right.valueOf(rs.getString("permission")),
                        GranteeType.valueOf(rs.getString("grantee_type")),
                        rs.getString("grantee")))
                .list());
    }

    /** Puts these grants in the place of all there were. */
    public void replace(long spaceId, Collection<Grant> grants) {
        database.inTransaction(() -> {
            database.jdbi().useHandle(handle -> {
                handle.execute("DELETE FROM space_permissions WHERE space_id = ?", spaceId);
                for (Grant grant : grants) {
                    handle.execute(
                            "INSERT INTO space_permissions (space_id, permission, grantee_type, grantee)"
                                    + " VALUES (?, ?, ?, ?)",
                            spaceId,
                            grant.right().name(),
                            grant.granteeType().name(),
                            grant.grantee());
                }
            });
            return true;
        });
    }
}
