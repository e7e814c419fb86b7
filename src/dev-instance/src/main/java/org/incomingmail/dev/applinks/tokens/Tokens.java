package org.incomingmail.dev.applinks.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.incomingmail.dev.applinks.links.Scopes;
import org.incomingmail.dev.applinks.provider.Grant;
import org.incomingmail.dev.applinks.secrets.SecretBox;
import org.incomingmail.dev.services.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tokens in the database, encrypted. A rotated refresh token replaces the old one in the same statement. Every
 * access is a transaction of its own: what a provider gave stays, whatever becomes of the work it was asked for.
 */
public final class Tokens {
    private final Database database;
    private final SecretBox secrets;

    public Tokens(Database database, SecretBox secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    public Optional<StoredToken> find(String id) {
        return apart(db -> db.createQuery("SELECT * FROM oauth_token WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** Oldest first. */
    public List<StoredToken> ofLink(String linkId) {
        return apart(db -> db.createQuery("SELECT * FROM oauth_token WHERE link_id = :link ORDER BY obtained, id")
                .bind("link", linkId)
                .map((row, context) -> read(row))
                .list());
    }

    public void add(StoredToken token) {
        apart(db -> db.createUpdate("INSERT INTO oauth_token (id, link_id, holder, revision, access_token,"
                        + " access_expires, refresh_token, scopes, obtained, consented_by) VALUES (:id, :link,"
                        + " :holder, :revision, :access, :expires, :refresh, :scopes, :obtained, :by)")
                .bind("id", token.id())
                .bind("link", token.linkId())
                .bind("holder", token.holder().name())
                .bind("revision", token.revision())
                .bind("access", secrets.seal(token.accessToken()))
                .bind("expires", token.accessExpires().toEpochMilli())
                .bind("refresh", sealed(token.refreshToken()))
                .bind("scopes", String.join(" ", token.scopes()))
                .bind("obtained", token.obtained().toEpochMilli())
                .bind("by", token.consentedBy())
                .execute());
    }

    /** Says who has it from now on; only a token that is pending changes hands. */
    public void handOver(String id, Holder holder) {
        apart(db -> db.createUpdate("UPDATE oauth_token SET holder = :holder WHERE id = :id AND holder = 'PENDING'")
                .bind("id", id)
                .bind("holder", holder.name())
                .execute());
    }

    public void remove(String id) {
        apart(db -> db.createUpdate("DELETE FROM oauth_token WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Stores what a refresh gave; no refresh token keeps the old one (RFC 6749 section 6). */
    void refreshed(StoredToken before, Grant grant, Instant now) {
        apart(db -> db.createUpdate("UPDATE oauth_token SET revision = revision + 1, access_token = :access,"
                        + " access_expires = :expires, refresh_token = COALESCE(:refresh, refresh_token), scopes ="
                        + " :scopes, refreshed = :now, refused = NULL, refused_error = NULL, refused_description ="
                        + " NULL, invalid_since = NULL WHERE id = :id AND revision = :revision")
                .bind("access", secrets.seal(grant.accessToken()))
                .bind("expires", grant.expires().toEpochMilli())
                .bind("refresh", sealed(grant.refreshToken()))
                .bind("scopes", String.join(" ", grant.scopes()))
                .bind("now", now.toEpochMilli())
                .bind("id", before.id())
                .bind("revision", before.revision())
                .execute());
    }

    /** Remembers a refusal; only one for good makes the token invalid. */
    void refused(StoredToken before, Refusal refusal, boolean forGood) {
        apart(db -> db.createUpdate("UPDATE oauth_token SET refused = :when, refused_error = :error,"
                        + " refused_description = :description, invalid_since = COALESCE(invalid_since, :invalid)"
                        + " WHERE id = :id AND revision = :revision")
                .bind("when", refusal.when().toEpochMilli())
                .bind("error", refusal.error())
                .bind("description", refusal.description())
                .bind("invalid", forGood ? (Long) refusal.when().toEpochMilli() : null)
                .bind("id", before.id())
                .bind("revision", before.revision())
                .execute());
    }

    /** Forgets what was worthless before the moment: refused for good, or expired without a way to refresh it. */
    int removeWorthless(Instant before) {
        return apart(db -> db.createUpdate("DELETE FROM oauth_token WHERE invalid_since < :before OR (refresh_token"
                        + " IS NULL AND access_expires < :before)")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    /** Forgets what nobody has taken since before the moment. */
    int removePending(Instant before) {
        return apart(db -> db.createUpdate("DELETE FROM oauth_token WHERE holder = 'PENDING' AND obtained < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    private <T> T apart(Function<Handle, T> work) {
        return database.apart(() -> database.jdbi().withHandle(work::apply));
    }

    private @Nullable String sealed(@Nullable String secret) {
        return secret == null ? null : secrets.seal(secret);
    }

    private StoredToken read(ResultSet row) throws SQLException {
        String refresh = row.getString("refresh_token");
        Instant refused = instant(row, "refused");
        return new StoredToken(
                row.getString("id"),
                row.getString("link_id"),
                Holder.valueOf(row.getString("holder")),
                row.getInt("revision"),
                secrets.open(row.getString("access_token")),
                Instant.ofEpochMilli(row.getLong("access_expires")),
                refresh == null ? null : secrets.open(refresh),
                Scopes.parse(row.getString("scopes")),
                Instant.ofEpochMilli(row.getLong("obtained")),
                row.getString("consented_by"),
                instant(row, "refreshed"),
                refused == null
                        ? null
                        : new Refusal(refused, row.getString("refused_error"), row.getString("refused_description")),
                instant(row, "invalid_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
