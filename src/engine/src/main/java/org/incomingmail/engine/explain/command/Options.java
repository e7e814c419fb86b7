package org.incomingmail.engine.explain.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the command line was asked for.
 *
 * @param to the mailbox's address; empty takes each message's own recipient
 * @param own further addresses whose mail is our own
 * @param space where new pages go
 * @param spaces the only ones that exist; empty when all do
 * @param users addresses of the only users; empty when every sender is one
 * @param now empty takes each message's own date
 * @param signingKey file with the key of reply addresses
 * @param standardInput what comes there when no file is named
 */
record Options(
        Optional<String> to,
        List<String> own,
        String space,
        List<String> spaces,
        List<String> users,
        Optional<Instant> now,
        Optional<Path> signingKey,
        long mostBytes,
        StandardInput standardInput,
        List<String> files) {

    /** What stands on standard input. */
    enum StandardInput {
        NAMES,
        MESSAGE
    }
}
