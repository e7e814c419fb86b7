package org.incomingmail.confluence.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import javax.inject.Inject;
import javax.inject.Named;

/** Keys of this installation: files in the shared home that only the host's account can read. */
@Named
public class KeyFile {
    private static final int LENGTH = 32;
    private final HomeFolder home;

    @Inject
    public KeyFile(HomeFolder home) {
        this.home = home;
    }

    /** 32 random bytes, the same for all nodes and restarts; made at the first call. */
    public byte[] read(String name) {
        Path file = home.shared().resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != LENGTH) {
                throw new IllegalStateException("Key file " + file.getFileName() + " is damaged");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Key file " + file.getFileName() + " cannot be read", e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path part = Files.createTempFile(file.getParent(), "key", ".part");
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(part, key);
        try {
            // complete or not there at all, and the first node wins
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
