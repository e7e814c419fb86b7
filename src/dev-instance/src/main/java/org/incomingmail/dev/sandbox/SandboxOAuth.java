package org.incomingmail.dev.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.incomingmail.dev.sandbox.login.TokenLogin;
import org.incomingmail.dev.sandbox.login.TokenMailboxes;
import org.incomingmail.dev.sandbox.login.TokenProtocol;
import org.incomingmail.dev.sandbox.provider.OfferedScope;
import org.incomingmail.dev.sandbox.provider.RegisteredClient;
import org.incomingmail.dev.sandbox.provider.RegisteredClient.Right;

/** What the demo's mail server and its provider have agreed upon. */
final class SandboxOAuth {
    /** Opened by its owner's token only. */
    static final String MAILBOX = "oauth@" + Mailbox.DOMAIN;
    /** A shared mailbox: the account of {@link #MAILBOX} may open it. */
    static final String SHARED = "shared@" + Mailbox.DOMAIN;

    static final TokenMailboxes MAILBOXES =
            new TokenMailboxes(Map.of(MAILBOX, Set.of(MAILBOX), SHARED, Set.of(MAILBOX)));

    static final List<OfferedScope> SCOPES = List.of(
            new OfferedScope(
                    TokenProtocol.IMAP.scope(), "Read, move and delete your mail by IMAP", TokenLogin.RESOURCE),
            new OfferedScope(TokenProtocol.POP3.scope(), "Read and delete your mail by POP", TokenLogin.RESOURCE),
            new OfferedScope(OfferedScope.OFFLINE_ACCESS, "Keep this access while you are away", ""),
            new OfferedScope("calendar", "Read your calendar, which is of no use to read mail", "sandbox-calendar"));

    /** What an administrator enters as scopes of the link. */
    static final List<String> SCOPES_FOR_MAIL = SCOPES.stream()
            .map(OfferedScope::name)
            .filter(name -> !name.equals("calendar"))
            .toList();

    private SandboxOAuth() {}

    /** The wiki as a client of the provider. */
    static RegisteredClient client(String id, String secret, Set<URI> redirectUris) {
        return new RegisteredClient(
                id,
                secret,
                "Confluence (this dev instance)",
                redirectUris,
                SCOPES.stream().map(OfferedScope::name).collect(Collectors.toSet()),
                Set.of(TokenProtocol.IMAP.scope(), TokenProtocol.POP3.scope()),
                Set.of(Right.AUTHORIZATION_CODE, Right.CLIENT_CREDENTIALS));
    }
}
