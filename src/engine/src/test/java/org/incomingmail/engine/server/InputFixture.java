package org.incomingmail.engine.server;

import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;

/** A wiki with the space DEMO and its page 7, and what an administrator would enter. */
final class InputFixture {
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");

    private InputFixture() {}

    static MailServerInput imaps() {
        return new MailServerInput(Map.of(
                Field.NAME, "IMAP Server",
                Field.TO_ADDRESS, "wiki@example.com",
                Field.PROTOCOL, "IMAPS",
                Field.HOSTNAME, "imap.example.com",
                Field.PORT, "993",
                Field.USERNAME, "wiki",
                Field.PASSWORD, "correct horse"));
    }

    static MailServerInput pop3s() {
        return imaps().with(Field.PROTOCOL, "POP3S").with(Field.PORT, "995");
    }

    static Validation validation() {
        Wiki wiki = mock(Wiki.class);
        when(wiki.spaceKey(anyString())).thenReturn(Optional.empty());
        when(wiki.spaceKey("demo")).thenReturn(Optional.of("DEMO"));
        when(wiki.content(anyLong())).thenReturn(Optional.empty());
        when(wiki.content(7)).thenReturn(Optional.of(content(7, WikiContent.Kind.PAGE, "DEMO")));
        when(wiki.content(8)).thenReturn(Optional.of(content(8, WikiContent.Kind.PAGE, "OTHER")));
        when(wiki.content(9)).thenReturn(Optional.of(content(9, WikiContent.Kind.COMMENT, "DEMO")));
        return new Validation(wiki, new Clients(), InstantSource.fixed(NOW));
    }

    /** One of Google's, and another that has app-only access. */
    private static final class Clients implements OAuth2Clients {
        @Override
        public List<OAuth2Client> all() {
            return List.of(
                    new OAuth2Client("google", "Google", Provider.GOOGLE, List.of("https://mail.google.com/")),
                    new OAuth2Client("other", "Other", Provider.OTHER, List.of()));
        }

        @Override
        public boolean offerAppOnly(OAuth2Client client) {
            return client.id().equals("other");
        }
    }

    static MailServer stored(MailServerInput input) {
        return valid(validation().added(input)).server().withId(new MailServerId(1));
    }

    static Validated.Valid valid(Validated validated) {
        if (validated instanceof Validated.Valid valid) {
            return valid;
        }
        throw new AssertionError("The administrator would have seen errors: " + validated);
    }

    /** Field and code of every error, as in {@code port IM-INPUT-RANGE}. */
    static List<String> errors(Validated validated) {
        return validated instanceof Validated.Invalid invalid
                ? invalid.errors().stream()
                        .map(error -> error.field().path() + " " + error.code().id())
                        .toList()
                : List.of();
    }

    private static WikiContent content(long id, WikiContent.Kind kind, String space) {
        return new WikiContent(id, kind, id, Optional.empty(), "Title", space, "http://wiki/" + id);
    }
}
