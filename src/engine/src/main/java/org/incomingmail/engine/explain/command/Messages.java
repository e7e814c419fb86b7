package org.incomingmail.engine.explain.command;

import java.io.IOException;
import org.incomingmail.engine.message.RawMessage;

/** Takes the messages of the sources one after another. */
interface Messages {

    /** @param source the file's name as it was given or found, with # and a number for a message of an mbox */
    void message(String source, RawMessage raw);

    void unreadable(String source, IOException reason);
}
