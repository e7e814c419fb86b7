package org.incomingmail.dev.applinks;

import java.net.URI;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.incomingmail.dev.services.Database;
import org.jdbi.v3.core.statement.SqlStatement;

/** The outgoing links in the database; secrets encrypted. */
final class OutgoingLinks {
    private static final String COLUMNS = "id, name, description, provider_type, client_id, secret_expires, scopes,"
            + " authorization_endpoint, token_endpoint, issuer";
    private final Database database;
    private final SecretBox secrets;

    OutgoingLinks(Database database, SecretBox secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    List<OutgoingLink> all() {
        return database.jdbi()
                .withHandle(db -> db.createQuery("SELECT " + COLUMNS + " FROM outgoing_link ORDER BY name")
                        .map((row, context) -> read(row))
                        .list());
    }

    Optional<OutgoingLink> find(String id) {
        return database.jdbi()
                .withHandle(db -> db.createQuery("SELECT " + COLUMNS + " FROM outgoing_link WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    String secret(String id) {
        return secrets.open(database.jdbi()
                .withHandle(db -> db.createQuery("SELECT client_secret FROM outgoing_link WHERE id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one()));
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

    void rotateSecret(String id, String secret) {
        database.jdbi()
                .useHandle(db -> db.createUpdate("UPDATE outgoing_link SET client_secret = :secret WHERE id = :id")
                        .bind("secret", secrets.seal(secret))
                        .bind("id", id)
                        .execute());
    }

    void remove(String id) {
        database.jdbi().useHandle(db -> db.createUpdate("DELETE FROM outgoing_link WHERE id = :id")
                .bind("id", id)
                .execute());
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
