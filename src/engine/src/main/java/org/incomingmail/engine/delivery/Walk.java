package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.Level;
import org.incomingmail.engine.wiki.WikiContent;

/** The rooms between raw bytes and content: message, screening, trust, routing, publishing. */
public interface Walk {

    /** Reads a message; changes nothing. */
    Mail read(MailServer server, Path raw) throws IOException;

    /** A message that was read. Not thread-safe. */
    interface Mail extends AutoCloseable {

        Envelope envelope();

        /**
         * Decides and publishes in the caller's transaction; everything it wrote goes when it throws.
         *
         * @param id of its ledger row
         */
        default Outcome publish(long id, Passage passage) throws IOException {
            return publish(id, passage, Placement.none());
        }

        /** @param placement what an administrator chose, who then vouches for it */
        Outcome publish(long id, Passage passage, Placement placement) throws IOException;

        /** How far the sender was believed, once that was looked at. */
        default Optional<Level> trust() {
            return Optional.empty();
        }

        /** The transaction is through: tells the sender, if that is wanted. Never throws. */
        default void concluded(Outcome outcome) {}

        @Override
        void close();
    }

    /** What a message became. */
    sealed interface Outcome {

        /** A page or comment. */
        record Published(WikiContent content) implements Outcome {}

        /**
         * No content, for a reason that trying again does not change.
         *
         * @param about what it has to do with, such as the page whose notification it reports about
         */
        record Rejected(Code code, List<String> arguments, Optional<WikiContent> about) implements Outcome {
            public Rejected(Code code, List<String> arguments) {
                this(code, arguments, Optional.empty());
            }
        }

        /** Somebody must decide first: its sender, when a confirmation was asked for, or an administrator. */
        record Waiting(Code code, List<String> arguments) implements Outcome {}
    }
}
