package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;

/** Takes what the server says in answer to a command, as it arrives. */
interface Replies {

    Replies IGNORED = new Replies() {};

    /** An untagged line, or the tagged OK at the end. */
    default void line(String line) throws IOException {}

    default void fetched(Fetched message) throws IOException {}
}
