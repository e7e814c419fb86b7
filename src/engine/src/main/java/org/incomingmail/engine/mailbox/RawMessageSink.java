package org.incomingmail.engine.mailbox;

import java.io.IOException;
import java.io.InputStream;

/** Takes raw messages one after another as they arrive. */
@FunctionalInterface
public interface RawMessageSink {

    /**
     * Takes one message; the stream ends with the message and need not be closed or read to its end.
     *
     * @return false to stop after this one
     */
    boolean accept(MessageHandle message, InputStream raw) throws IOException;
}
