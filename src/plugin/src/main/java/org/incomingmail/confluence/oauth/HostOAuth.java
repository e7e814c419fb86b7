package org.incomingmail.confluence.oauth;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the host offers of OAuth 2.0 right now. None of its types is in a signature here: they may be missing. */
@Named
public class HostOAuth {
    private static final Logger log = LoggerFactory.getLogger(HostOAuth.class);
    static final String SERVICE = "com.atlassian.confluence.oauth2.OAuth2Service";
    static final String CLIENTS = "com.atlassian.oauth2.client.api.storage.config.ClientConfigStorageService";
    static final String TOKENS = "com.atlassian.oauth2.client.api.storage.TokenHandler";

    private final OptionalServices services;

    @Inject
    public HostOAuth(OptionalServices services) {
        this.services = services;
    }

    /** Whether the host lets this app use its OAuth 2.0 client at all. */
    public boolean offered() {
        return services.find(SERVICE).isPresent();
    }

    /** By name; nothing at all when the host can't tell, which does not mean that it has none. */
    Optional<List<LinkedClient>> listed() {
        try {
            return services.find(SERVICE).map(service -> new LinkedClients(Optional.of(service), services.find(CLIENTS))
                    .all().stream()
                            .sorted(Comparator.comparing(LinkedClient::name, String.CASE_INSENSITIVE_ORDER)
                                    .thenComparing(LinkedClient::id))
                            .toList());
        } catch (LinkageError | RuntimeException notNow) {
            log.warn("The OAuth 2.0 clients of this host can't be listed: {}", notNow.toString());
            return Optional.empty();
        }
    }

    List<LinkedClient> clients() {
        return listed().orElse(List.of());
    }

    Optional<LinkedClient> client(String id) {
        return clients().stream().filter(client -> client.id().equals(id)).findFirst();
    }

    /** The calls for tokens, or for consent. */
    HostCalls calls() throws NotOfferedException {
        Object service = services.find(SERVICE).orElseThrow(NotOfferedException::new);
        return new HostCalls(service, services.find(TOKENS));
    }

    /** Whether a client of Microsoft can be used without anybody's consent (RFC 6749 section 4.4). */
    boolean appOnlyOffered() {
        try {
            return calls().offersApplicationTokens();
        } catch (LinkageError | NotOfferedException notInThisHost) {
            return false;
        }
    }
}
