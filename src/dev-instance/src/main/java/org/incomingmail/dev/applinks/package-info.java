/**
 * Application links with OAuth 2.0 clients: outgoing links, the authorization code flow, tokens that stay alive.
 *
 * <p>From the bottom up: {@code secrets} encrypts, {@code links} holds the clients, {@code provider} talks to token
 * endpoints, {@code tokens} keeps tokens alive, {@code flow} obtains them, {@code screens} and {@code rest} are for
 * administrators.
 */
@NullMarked
package org.incomingmail.dev.applinks;

import org.jspecify.annotations.NullMarked;
