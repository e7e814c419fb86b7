package org.incomingmail.dev.content.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the content table.
 *
 * @param status current or deleted
 * @param creator user key
 * @param modifier user key of the last change
 */
public record ContentRow(
        long id,
        Type type,
        String status,
        @Nullable Long spaceId,
        @Nullable Long parentId,
        @Nullable Long containerId,
        String title,
        String body,
        int version,
        @Nullable String creator,
        Instant created,
        @Nullable String modifier,
        Instant modified,
        @Nullable String mediaType,
        long fileSize) {

    /** The kinds of content. */
    public enum Type {
        PAGE,
        BLOG_POST,
        COMMENT,
        ATTACHMENT
    }

    public boolean deleted() {
        return !"current".equals(status);
    }

    static ContentRow map(ResultSet rs) throws SQLException {
        return new ContentRow(
                rs.getLong("id"),
                Type.valueOf(rs.getString("content_type")),
                rs.getString("status"),
                number(rs, "space_id"),
                number(rs, "parent_id"),
                number(rs, "container_id"),
                rs.getString("title"),
                rs.getString("body"),
                rs.getInt("version"),
                rs.getString("creator"),
                Instant.ofEpochMilli(rs.getLong("created")),
                rs.getString("modifier"),
                Instant.ofEpochMilli(rs.getLong("modified")),
                rs.getString("media_type"),
                rs.getLong("file_size"));
    }

    private static @Nullable Long number(ResultSet rs, String column) throws SQLException {
        long value = rs.getLong(column);
        return rs.wasNull() ? null : value;
    }
}
