package org.incomingmail.dev.applinks.links;

import com.atlassian.oauth2.client.api.storage.config.ClientConfigStorageService;
import com.atlassian.oauth2.client.api.storage.config.ClientConfigurationEntity;
import java.net.URI;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.incomingmail.dev.applinks.secrets.SecretBox;
import org.incomingmail.dev.services.Database;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The outgoing links in the database; secrets encrypted. */
public final class OutgoingLinks implements ClientConfigStorageService {
    private static final String COLUMNS = "id, name, description, provider_type, client_id, secret_expires, scopes,"
            + " authorization_endpoint, token_endpoint, issuer";
    private final Database database;
    private final SecretBox secrets;

    public OutgoingLinks(Database database, SecretBox secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    public List<OutgoingLink> all() {
        return database.jdbi()
                .withHandle(db -> db.createQuery("SELECT " + COLUMNS + " FROM outgoing_link ORDER BY name")
                        .map((row, context) -> read(row))
                        .list());
    }

    public Optional<OutgoingLink> find(String id) {
        return database.jdbi()
                .withHandle(db -> db.createQuery("SELECT " + COLUMNS + " FROM outgoing_link WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    /** The client secret; empty if the link is gone. */
    public Optional<String> secret(String id) {
        return database.jdbi()
                .withHandle(db -> db.createQuery("SELECT client_secret FROM outgoing_link WHERE id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne())
                .map(secrets::open);
    }

    void add(OutgoingLink link, String secret) {
        database.jdbi().useHandle(db -> bind(
                        db.createUpdate("INSERT INTO outgoing_link (" + COLUMNS + ", client_secret) VALUES (:id,"
                                + " :name, :description, :type, :clientId, :secretExpires, :scopes, :authorize,"
                                + " :token, :issuer, :secret)"),
                        link)
                .bind("secret", secrets.seal(secret))
                .execute());
    }

    /** Replaces everything but the secret; consent already given stays. */
    void replace(OutgoingLink link) {
        database.jdbi().useHandle(db -> bind(
                        db.createUpdate("UPDATE outgoing_link SET name = :name, description = :description,"
                                + " provider_type = :type, client_id = :clientId, secret_expires ="
                                + " :secretExpires, scopes = :scopes, authorization_endpoint = :authorize,"
                                + " token_endpoint = :token, issuer = :issuer WHERE id = :id"),
                        link)
                .execute());
    }

    /** Adds or replaces a link; an empty secret keeps the stored one. Consent already given stays. */
    public void save(OutgoingLink link, String secret) {
        database.inTransaction(() -> {
            if (find(link.id()).isEmpty()) {
                add(link, secret);
            } else {
                replace(link);
                if (!secret.isEmpty()) {
                    rotateSecret(link.id(), secret, link.secretExpires());
                }
            }
            return link;
        });
    }

    /** Replaces the secret only; consent already given stays. */
    public void rotateSecret(String id, String secret, @Nullable LocalDate expires) {
        database.jdbi().useHandle(db -> db.createUpdate(
                        "UPDATE outgoing_link SET client_secret = :secret, secret_expires = :expires WHERE id = :id")
                .bind("secret", secrets.seal(secret))
                .bind("expires", expires == null ? null : Date.valueOf(expires))
                .bind("id", id)
                .execute());
    }

    /** Removes it with every token it obtained. */
    public void remove(String id) {
        database.jdbi().useHandle(db -> db.createUpdate("DELETE FROM outgoing_link WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    @Override
    public Optional<ClientConfigurationEntity> getById(String id) {
        return find(id).map(link -> link);
    }

    @Override
    public List<ClientConfigurationEntity> list() {
        return List.copyOf(all());
    }

    private static <T extends SqlStatement<T>> T bind(T statement, OutgoingLink link) {
        return statement
                .bind("id", link.id())
                .bind("name", link.name())
                .bind("description", link.description())
                .bind("type", link.type().name())
                .bind("clientId", link.clientId())
                .bind("secretExpires", link.secretExpires() == null ? null : Date.valueOf(link.secretExpires()))
                .bind("scopes", String.join(" ", link.scopes()))
                .bind("authorize", link.authorizationEndpoint().toString())
                .bind("token", link.tokenEndpoint().toString())
                .bind("issuer", link.issuer());
    }

    private static OutgoingLink read(ResultSet row) throws SQLException {
        Date expires = row.getDate("secret_expires");
        return new OutgoingLink(
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                ProviderType.valueOf(row.getString("provider_type")),
                row.getString("client_id"),
                expires == null ? null : expires.toLocalDate(),
                Scopes.parse(row.getString("scopes")),
                URI.create(row.getString("authorization_endpoint")),
                URI.create(row.getString("token_endpoint")),
                row.getString("issuer"));
    }
}
