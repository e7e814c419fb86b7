package org.incomingmail.dev.sandbox.provider;

import java.net.URI;
import java.util.Set;

/**
 * An application the provider knows.
 *
 * @param name what the consent page calls it
 * @param redirectUris where answers may go, matched character by character (RFC 9700 section 2.1)
 * @param scopes what it may ask people for
 * @param applicationScopes what it may have for itself, without anybody signing in (RFC 6749 section 4.4)
 * @param rights what else it may do
 */
public record RegisteredClient(
        String id,
        String secret,
        String name,
        Set<URI> redirectUris,
        Set<String> scopes,
        Set<String> applicationScopes,
        Set<Right> rights) {

    /** What a client is registered for. */
    public enum Right {
        AUTHORIZATION_CODE,
        CLIENT_CREDENTIALS,
        /** Asking about tokens of others, as a resource server does. */
        INTROSPECTION
    }

    /** A client that people may allow to act for them. */
    public static RegisteredClient forPeople(
            String id, String secret, String name, Set<URI> redirectUris, Set<String> scopes) {
        return new RegisteredClient(id, secret, name, redirectUris, scopes, Set.of(), Set.of(Right.AUTHORIZATION_CODE));
    }

    /** A server that is shown tokens and asks what they are worth. */
    public static RegisteredClient resourceServer(String id, String secret) {
        return new RegisteredClient(id, secret, id, Set.of(), Set.of(), Set.of(), Set.of(Right.INTROSPECTION));
    }

    public RegisteredClient withRedirectUris(Set<URI> uris) {
        return new RegisteredClient(id, secret, name, uris, scopes, applicationScopes, rights);
    }

    public RegisteredClient withSecret(String changed) {
        return new RegisteredClient(id, changed, name, redirectUris, scopes, applicationScopes, rights);
    }

    boolean may(Right right) {
        return rights.contains(right);
    }

    @Override
    public String toString() {
        return "RegisteredClient[" + id + "]";
    }
}
