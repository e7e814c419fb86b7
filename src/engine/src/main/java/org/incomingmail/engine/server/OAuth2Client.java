package org.incomingmail.engine.server;

import java.util.List;

/**
 * An OAuth 2.0 client that the host holds and a mail server may authenticate with.
 *
 * @param scopes what it asks for at the provider
 */
public record OAuth2Client(String id, String name, Provider provider, List<String> scopes) {
    public OAuth2Client {
        scopes = List.copyOf(scopes);
    }
}
