package org.incomingmail.engine.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The raw bytes of a message, wherever they are kept; can be opened again and again. */
@FunctionalInterface
public interface RawMessage {

    InputStream open() throws IOException;

    static RawMessage of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
