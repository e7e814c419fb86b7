package org.incomingmail.dev.applinks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.incomingmail.dev.services.Database;
import org.jspecify.annotations.Nullable;

/** The tokens in the database, encrypted. A rotated refresh token replaces the old one in the same statement. */
final class Tokens {
    private final Database database;
    private final SecretBox secrets;

    Tokens(Database database, SecretBox secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    Optional<StoredToken> find(String id) {
        return database.jdbi().withHandle(db -> db.createQuery("SELECT * FROM oauth_token WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    List<StoredToken> ofLink(String linkId) {
        return database.jdbi()
                .withHandle(db -> db.createQuery("SELECT * FROM oauth_token WHERE link_id = :link ORDER BY obtained")
                        .bind("link", linkId)
                        .map((row, context) -> read(row))
                        .list());
    }

    void add(StoredToken token) {
        database.jdbi()
                .useHandle(db -> db.createUpdate("INSERT INTO oauth_token (id, link_id, access_token, access_expires,"
                                + " refresh_token, scopes, obtained) VALUES (:id, :link, :access, :expires, :refresh,"
                                + " :scopes, :obtained)")
                        .bind("id", token.id())
                        .bind("link", token.linkId())
                        .bind("access", secrets.seal(token.accessToken()))
                        .bind("expires", Timestamp.from(token.accessExpires()))
                        .bind("refresh", sealed(token.refreshToken()))
                        .bind("scopes", String.join(" ", token.scopes()))
                        .bind("obtained", Timestamp.from(token.obtained()))
                        .execute());
    }

    /** Stores what a refresh gave; a null refresh token keeps the old one (RFC 6749 section 6). */
    void refreshed(String id, String access, Instant expires, @Nullable String refresh, Instant now) {
        database.jdbi()
                .useHandle(db -> db.createUpdate("UPDATE oauth_token SET access_token = :access, access_expires ="
                                + " :expires, refresh_token = COALESCE(:refresh, refresh_token), refreshed = :now,"
                                + " last_error = NULL, invalid_since = NULL WHERE id = :id")
                        .bind("access", secrets.seal(access))
                        .bind("expires", Timestamp.from(expires))
                        .bind("refresh", sealed(refresh))
                        .bind("now", Timestamp.from(now))
                        .bind("id", id)
                        .execute());
    }

    /** Remembers a refusal; only one for good makes the token invalid. */
    void refused(String id, String error, @Nullable Instant invalidSince) {
        database.jdbi().useHandle(db -> db.createUpdate("UPDATE oauth_token SET last_error = :error, invalid_since ="
                        + " COALESCE(invalid_since, :invalid) WHERE id = :id")
                .bind("error", error.length() > 2000 ? error.substring(0, 2000) : error)
                .bind("invalid", invalidSince == null ? null : Timestamp.from(invalidSince))
                .bind("id", id)
                .execute());
    }

    /** Forgets tokens that were refused for good before the moment. */
    int prune(Instant before) {
        return database.jdbi().withHandle(db -> db.createUpdate("DELETE FROM oauth_token WHERE invalid_since < :before")
                .bind("before", Timestamp.from(before))
                .execute());
    }

    private @Nullable String sealed(@Nullable String secret) {
        return secret == null ? null : secrets.seal(secret);
    }

    private StoredToken read(ResultSet row) throws SQLException {
        String refresh = row.getString("refresh_token");
        return new StoredToken(
                row.getString("id"),
                row.getString("link_id"),
                secrets.open(row.getString("access_token")),
                row.getTimestamp("access_expires").toInstant(),
                refresh == null ? null : secrets.open(refresh),
                Scopes.parse(row.getString("scopes")),
                row.getTimestamp("obtained").toInstant(),
                instant(row.getTimestamp("refreshed")),
                row.getString("last_error"),
                instant(row.getTimestamp("invalid_since")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
