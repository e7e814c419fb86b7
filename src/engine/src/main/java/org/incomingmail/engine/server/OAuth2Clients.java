package org.incomingmail.engine.server;

import java.util.List;

/** Port: the OAuth 2.0 clients that an administrator may choose from. */
public interface OAuth2Clients {

    /** By name. */
    List<OAuth2Client> all();

    /** Whether the host can get tokens for this client itself (RFC 6749 section 4.4), without anybody's consent. */
    default boolean offerAppOnly(OAuth2Client client) {
        return false;
    }
}
