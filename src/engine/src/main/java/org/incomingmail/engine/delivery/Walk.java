package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.wiki.WikiContent;

/** The rooms between raw bytes and content: message, screening, trust, routing, publishing. */
public interface Walk {

    /** Reads a message; changes nothing. */
    Mail read(MailServer server, Path raw) throws IOException;

    /** A message that was read. Not thread-safe. */
    interface Mail extends AutoCloseable {

        Envelope envelope();

        /** Decides and publishes in the caller's transaction; everything it wrote goes when it throws. */
        Outcome publish() throws IOException;

        @Override
        void close();
    }

    /** What a message became. */
    sealed interface Outcome {

        /** A page or comment. */
        record Published(WikiContent content) implements Outcome {}

        /** No content, for a reason that trying again does not change. */
        record Rejected(Code code, List<String> arguments) implements Outcome {}
    }
}
