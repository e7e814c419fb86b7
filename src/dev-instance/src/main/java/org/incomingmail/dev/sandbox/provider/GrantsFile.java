package org.incomingmail.dev.sandbox.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Consents and hashes of tokens on disk, so that a mailbox authorized once goes on working after a restart. */
final class GrantsFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Optional<Path> path;

    GrantsFile(Optional<Path> path) {
        this.path = path;
    }

    Content read() {
        if (path.isEmpty() || !Files.exists(path.get())) {
            return new Content(List.of(), List.of());
        }
        try {
            return JSON.readValue(path.get().toFile(), Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the consents in " + path.get() + " cannot be read", e);
        }
    }

    void write(Content content) {
        if (path.isEmpty()) {
            return;
        }
        try {
            Path file = path.get().toAbsolutePath();
            Files.createDirectories(file.getParent());
            Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
            JSON.writeValue(unfinished.toFile(), content);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the consents cannot be written", e);
        }
    }

    /** Everything the file holds. */
    record Content(List<Consent> consents, List<IssuedToken> tokens) {}
}
