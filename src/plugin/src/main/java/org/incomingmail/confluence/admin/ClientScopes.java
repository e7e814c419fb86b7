package org.incomingmail.confluence.admin;

import java.util.List;
import org.incomingmail.engine.server.Authentication.Grant;
import org.incomingmail.engine.server.MailScopes;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.Protocol;

/** The scopes of a client beside what reading mail by a protocol needs. */
record ClientScopes(OAuth2Client client, Protocol protocol) {

    List<String> needed() {
        return MailScopes.needed(client.provider(), protocol, Grant.AUTHORIZATION_CODE);
    }

    /** Nothing where the host does not tell what the client has. */
    List<String> lacking() {
        return client.scopes().isEmpty()
                ? List.of()
                : MailScopes.lacking(client.provider(), protocol, Grant.AUTHORIZATION_CODE, client.scopes());
    }

    /** What an administrator of the provider must allow for app-only access; empty where we don't know. */
    String applicationPermission() {
        return client.provider().microsoft() ? MailScopes.applicationPermission(protocol) : "";
    }
}
