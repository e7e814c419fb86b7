package org.incomingmail.engine.server;

import java.util.List;

/** Port: the OAuth 2.0 clients that an administrator may choose from. */
public interface OAuth2Clients {

    /** By name. */
    List<OAuth2Client> all();
}
