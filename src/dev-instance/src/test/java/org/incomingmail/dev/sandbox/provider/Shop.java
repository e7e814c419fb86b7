package org.incomingmail.dev.sandbox.provider;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.dev.sandbox.provider.RegisteredClient.Right;

/** Who and what the provider of these tests knows. */
final class Shop {
    static final URI BACK = URI.create("http://wiki.test/callback?app=mail");
    static final RegisteredClient WIKI = new RegisteredClient(
            "wiki",
            "wiki-secret",
            "Our <Wiki>",
            Set.of(BACK, URI.create("http://wiki.test/other")),
            Set.of("mail.imap", "mail.pop", "offline_access"),
            Set.of("mail.imap"),
            Set.of(Right.AUTHORIZATION_CODE, Right.CLIENT_CREDENTIALS));
    static final RegisteredClient OTHER = RegisteredClient.forPeople(
            "other", "other-secret", "Other", Set.of(BACK), Set.of("mail.imap", "offline_access"));
    static final RegisteredClient MAIL_SERVER = RegisteredClient.resourceServer("mail-server", "mail-secret");

    private Shop() {}

    static ProviderSettings settings(MovableClock clock) {
        return ProviderSettings.of(
                        (name, password) -> name.equals("ann@mail.test") && password.equals("ann's")
                                ? Optional.of("ann@mail.test")
                                : Optional.empty(),
                        List.of(
                                new OfferedScope("mail.imap", "Read mail by IMAP", "mail"),
                                new OfferedScope("mail.pop", "Read mail by POP", "mail"),
                                new OfferedScope("calendar", "Read the calendar", "calendar"),
                                new OfferedScope("offline_access", "Stay signed in", "")),
                        List.of(WIKI, OTHER, MAIL_SERVER))
                .withClock(clock);
    }
}
