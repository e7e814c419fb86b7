package org.incomingmail.confluence.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.authorization.ClientFacts;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.OAuth2Clients;
import org.incomingmail.engine.server.Provider;

/** The clients of the host's Application links. */
@Named
public class OfferedClients implements OAuth2Clients, ClientFacts {
    private final HostOAuth host;

    @Inject
    public OfferedClients(HostOAuth host) {
        this.host = host;
    }

    @Override
    public List<OAuth2Client> all() {
        return host.clients().stream().map(LinkedClient::offered).toList();
    }

    /** Google has another way, by service accounts, which no host offers. */
    @Override
    public boolean offerAppOnly(OAuth2Client client) {
        return client.provider() != Provider.GOOGLE && host.appOnlyOffered();
    }

    @Override
    public boolean offered() {
        return host.offered();
    }

    @Override
    public Optional<String> oauthId(String clientId) {
        return host.client(clientId).map(LinkedClient::oauthId).filter(id -> !id.isEmpty());
    }

    @Override
    public Optional<Instant> secretExpires(String clientId) {
        return host.client(clientId).flatMap(LinkedClient::secretExpires);
    }
}
