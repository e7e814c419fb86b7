package org.incomingmail.confluence.authorization;

import java.time.Instant;
import java.util.Optional;

/** Port: what the host tells about its OAuth 2.0 clients for administrators to see. */
public interface ClientFacts {

    /** Whether the host lets this app use OAuth 2.0 clients at all. */
    boolean offered();

    /** The client_id at the provider, which some providers' administrators must allow. */
    Optional<String> oauthId(String clientId);

    /** When the provider stops accepting the client secret, where somebody noted it. */
    Optional<Instant> secretExpires(String clientId);
}
