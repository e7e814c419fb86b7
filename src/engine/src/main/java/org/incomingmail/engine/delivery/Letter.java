package org.incomingmail.engine.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;

/**
 * A mail to a user about a message.
 *
 * @param about the message
 * @param code why it was not published or waits; null otherwise
 * @param content what it became
 * @param link the secret part of a confirmation link, never to be stored or logged
 */
public record Letter(
        Kind kind,
        MailServer server,
        WikiUser receiver,
        Envelope about,
        @Nullable String code,
        List<String> arguments,
        Optional<WikiContent> content,
        Optional<Link> link) {

    /** What it says. */
    public enum Kind {
        CONFIRM,
        REJECTED,
        WAITING,
        PUBLISHED,
        /** Somebody else's mail became content, and the receiver got that mail, too. */
        SHARED
    }

    /** The way to confirm or discard. */
    public record Link(String token, Instant expires) {
        @Override
        public String toString() {
            return "Link[...]";
        }
    }
}
