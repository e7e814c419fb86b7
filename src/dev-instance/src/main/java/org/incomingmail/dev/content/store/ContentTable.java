package org.incomingmail.dev.content.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.incomingmail.dev.services.Database;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Pages, comments and attachments in the database; joins the thread's transaction. */
public final class ContentTable {

    private static final String CURRENT = " AND status = 'current'";
    private final Database database;
    private final Jdbi jdbi;

    /** Key of a row that was read. */
    private record Known(long id) {}

    public ContentTable(Database database) {
        this.database = database;
        this.jdbi = database.jdbi();
    }

    public Optional<ContentRow> byId(long id) {
        return database.once(
                new Known(id), () -> list("WHERE id = ?", id).stream().findFirst());
    }

    public Optional<ContentRow> byUniqueName(String uniqueName) {
        return list("WHERE unique_name = ?", uniqueName).stream().findFirst();
    }

    /** Current pages of a space by title, ignoring case. */
    public List<ContentRow> pages(long spaceId) {
        return list("WHERE space_id = ? AND content_type = 'PAGE'" + CURRENT + " ORDER BY unique_name, id", spaceId);
    }

    /** Current blog posts of a space, the newest first. */
    public List<ContentRow> posts(long spaceId) {
        return list("WHERE space_id = ? AND content_type = 'BLOG_POST'" + CURRENT + " ORDER BY id DESC", spaceId);
    }

    public List<ContentRow> childPages(long parentId) {
        return list("WHERE parent_id = ? AND content_type = 'PAGE'" + CURRENT + " ORDER BY unique_name, id", parentId);
    }

    /** Current comments on a page, the oldest first; replies come after what they answer. */
    public List<ContentRow> comments(long containerId) {
        return inContainer(containerId, ContentRow.Type.COMMENT, "id");
    }

    public List<ContentRow> attachments(long containerId) {
        return inContainer(containerId, ContentRow.Type.ATTACHMENT, "title, id");
    }

    /** What changed last, the newest first. */
    public List<ContentRow> recent(int limit) {
        return list("WHERE content_type <> 'ATTACHMENT'" + CURRENT + " ORDER BY modified DESC, id DESC LIMIT ?", limit);
    }

    /** Current content of a type in all spaces, in the order of creation. */
    public List<ContentRow> ofType(ContentRow.Type type) {
        return list("WHERE content_type = ?" + CURRENT + " ORDER BY id", type.name());
    }

    /** Stores a new row and answers its id; id and version of the given row are ignored. */
    public long insert(ContentRow row, @Nullable String uniqueName) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "INSERT INTO content (content_type, status, space_id, parent_id, container_id, title, unique_name,"
                                + " body, version, creator, created, modifier, modified, media_type, file_size)"
                                + " VALUES (:type, :status, :space, :parent, :container, :title, :unique, :body, 1,"
                                + " :creator, :created, :modifier, :modified, :mediaType, :fileSize)")
                .bind("type", row.type().name())
                .bind("status", row.status())
                .bind("space", row.spaceId())
                .bind("parent", row.parentId())
                .bind("container", row.containerId())
                .bind("title", row.title())
                .bind("unique", uniqueName)
                .bind("body", row.body())
                .bind("creator", row.creator())
                .bind("created", row.created().toEpochMilli())
                .bind("modifier", row.modifier())
                .bind("modified", row.modified().toEpochMilli())
                .bind("mediaType", row.mediaType())
                .bind("fileSize", row.fileSize())
                .executeAndReturnGeneratedKeys()
                .mapTo(Long.class)
                .one());
    }

    /** Stores a change as the version after the row's; false when somebody else was quicker. */
    public boolean update(ContentRow row, @Nullable String uniqueName) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("UPDATE content SET status = :status, space_id = :space, parent_id = :parent,"
                                        + " title = :title, unique_name = :unique, body = :body, version = version + 1,"
                                        + " modifier = :modifier, modified = :modified, media_type = :mediaType,"
                                        + " file_size = :fileSize WHERE id = :id AND version = :version")
                                .bind("id", row.id())
                                .bind("version", row.version())
                                .bind("status", row.status())
                                .bind("space", row.spaceId())
                                .bind("parent", row.parentId())
                                .bind("title", row.title())
                                .bind("unique", uniqueName)
                                .bind("body", row.body())
                                .bind("modifier", row.modifier())
                                .bind("modified", row.modified().toEpochMilli())
                                .bind("mediaType", row.mediaType())
                                .bind("fileSize", row.fileSize())
                                .execute()
                        == 1);
    }

    /** Marks as deleted; its name is free again. */
    public void delete(long id, @Nullable String modifier, Instant when) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE content SET status = 'deleted', unique_name = NULL, modifier = ?, modified = ? WHERE id = ?",
                modifier,
                when.toEpochMilli(),
                id));
    }

    /** Hangs the children of one page (or replies to one comment) below another, or at the top. */
    public void moveChildren(long from, @Nullable Long to) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE content SET parent_id = :to WHERE parent_id = :from")
                .bind("to", to)
                .bind("from", from)
                .execute());
    }

    private List<ContentRow> inContainer(long containerId, ContentRow.Type type, String order) {
        return list(
                "WHERE container_id = ? AND content_type = ?" + CURRENT + " ORDER BY " + order,
                containerId,
                type.name());
    }

    private List<ContentRow> list(String condition, Object... values) {
        return jdbi.withHandle(handle -> handle.select("SELECT * FROM content " + condition, values)
                .map((rs, context) -> ContentRow.map(rs))
                .list());
    }
}
