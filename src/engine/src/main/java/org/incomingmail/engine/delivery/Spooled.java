package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A message on disk, removed when closed.
 *
 * @param headerHash SHA-256 of everything before the first empty line
 * @param bodyHash SHA-256 of what follows, the same whatever trace fields a server adds
 */
record Spooled(Path file, long size, String headerHash, String bodyHash) implements AutoCloseable {

    /**
     * What tells that two copies are one mail. A Message-ID alone is not unique, and a mail without one is told apart
     * by its whole header.
     */
    String identity(@Nullable String messageId, String recipient) {
        return Sha256.of(
                messageId == null ? headerHash : messageId, recipient.toLowerCase(java.util.Locale.ROOT), bodyHash);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
