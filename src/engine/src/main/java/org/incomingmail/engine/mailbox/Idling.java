package org.incomingmail.engine.mailbox;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/**
 * A mailbox that tells by itself when mail arrives: IMAP IDLE (RFC 2177). For one thread at a time. Between two calls
 * the channel may be watched by a selector; while a method runs it must be in blocking mode and not registered.
 */
public interface Idling extends AutoCloseable {

    /** Becomes readable when the mail server has said something. */
    SocketChannel channel();

    /** Reads what was said since; whether mail may have arrived. Throws when the connection is of no use any more. */
    boolean heard() throws IOException;

    /** Ends the command and begins it anew, so that nobody on the way forgets the connection; whether mail may have arrived. */
    boolean renew() throws IOException;

    /** Drops the connection, whoever uses it. Never throws. */
    @Override
    void close();
}
