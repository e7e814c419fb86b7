package org.incomingmail.confluence.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.authorization.ClientFacts;
import org.incomingmail.confluence.settings.AuthorizationNeeded;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.server.OAuth2Client;
import org.incomingmail.engine.server.OAuth2Clients;
import org.incomingmail.engine.server.ServerState;
import org.incomingmail.engine.server.ServerState.Status;
import org.incomingmail.engine.server.ServerStates;

/** Finds what administrators have to see to, from what is stored: neither mail servers nor providers are asked. */
@Named
public class Troubles {
    private final MailServers servers;
    private final ServerStates states;
    private final OAuth2Clients clients;
    private final ClientFacts facts;

    @Inject
    public Troubles(MailServers servers, ServerStates states, OAuth2Clients clients, ClientFacts facts) {
        this.servers = servers;
        this.states = states;
        this.clients = clients;
        this.facts = facts;
    }

    /** Mailboxes that stopped first, then secrets by their expiry. */
    public List<Trouble> at(Instant now) {
        List<Trouble> troubles = new ArrayList<>();
        Map<String, List<MailServer>> byClient = new LinkedHashMap<>();
        for (MailServer server : servers.all()) {
            if (server.enabled()) {
                stopped(server).ifPresent(troubles::add);
                if (server.authentication() instanceof Authentication.OAuth2 oauth) {
                    byClient.computeIfAbsent(oauth.clientId(), id -> new ArrayList<>())
                            .add(server);
                }
            }
        }
        byClient.entrySet().stream()
                .flatMap(entry -> expiring(entry.getKey(), entry.getValue(), now).stream())
                .filter(secret -> secret.warning() != null)
                .sorted(java.util.Comparator.comparing(Trouble.SecretExpires::expires))
                .forEach(troubles::add);
        return troubles;
    }

    private Optional<Trouble> stopped(MailServer server) {
        ServerState state = states.find(server.id()).orElseGet(ServerState::neverChecked);
        boolean authorize = AuthorizationNeeded.by(server, state);
        boolean failed = state.status() == Status.STOPPED || state.status() == Status.FAILING && authorize;
        return failed ? Optional.of(new Trouble.Stopped(server, state, authorize)) : Optional.empty();
    }

    private Optional<Trouble.SecretExpires> expiring(String clientId, List<MailServer> using, Instant now) {
        return facts.secretExpires(clientId).map(expires -> {
            long seconds = Duration.between(now, expires).toSeconds();
            long days = seconds <= 0 ? 0 : (seconds + Duration.ofDays(1).toSeconds() - 1) / 86_400;
            String name = clients.all().stream()
                    .filter(client -> client.id().equals(clientId))
                    .map(OAuth2Client::name)
                    .findFirst()
                    .orElse(clientId);
            return new Trouble.SecretExpires(clientId, name, expires, (int) Math.min(days, 100_000), using);
        });
    }
}
