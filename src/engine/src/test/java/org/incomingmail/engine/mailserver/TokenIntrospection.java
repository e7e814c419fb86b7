package org.incomingmail.engine.mailserver;

import java.net.URI;

/**
 * How Dovecot asks an OAuth 2.0 provider whether a token is good (RFC 7662), each time a token comes. A good one names its
 * user's mailbox as {@code email}.
 *
 * @param endpoint the introspection endpoint
 * @param issuer what the answer must name as its issuer
 * @param imapScope the scope that a token for IMAP must have
 * @param pop3Scope the scope that a token for POP3 must have
 */
public record TokenIntrospection(
        URI endpoint, String issuer, String clientId, String clientSecret, String imapScope, String pop3Scope) {

    String settings(String scope) {
        return """
                introspection_mode = post
                introspection_url = %s
                client_id = %s
                client_secret = %s
                # also for tokens that could be checked without asking: only the provider knows what was revoked
                force_introspection = yes
                active_attribute = active
                active_value = true
                username_attribute = email
                issuers = %s
                openid_configuration_url = %s/.well-known/openid-configuration
                scope = %s
                timeout_msecs = 5000
                """
                .formatted(endpoint, clientId, clientSecret, issuer, issuer, scope);
    }
}
