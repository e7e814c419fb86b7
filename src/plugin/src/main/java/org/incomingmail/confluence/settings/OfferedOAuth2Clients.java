package org.incomingmail.confluence.settings;

import java.util.List;
import javax.inject.Named;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.OAuth2Clients;

/** Offers no OAuth 2.0 client: this version authenticates with passwords. */
@Named
public class OfferedOAuth2Clients implements OAuth2Clients {

    @Override
    public List<OAuth2Client> all() {
        return List.of();
    }
}
