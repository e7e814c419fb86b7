package org.incomingmail.engine.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Messages on their way through, on disk so that none is ever whole in memory. */
public final class Spool {
    private final Path folder;

    public Spool(Path folder) {
        this.folder = folder;
    }

    /** Removes what a run that died left behind. */
    public void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    long freeDisk() throws IOException {
        Files.createDirectories(folder);
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Takes a message to disk; a server may lie about sizes, so the limit is held against the bytes. */
    Spooled take(InputStream raw, long limit) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "mail", ".eml");
        boolean done = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            Sha256 sha = new Sha256();
            byte[] buffer = new byte[16 * 1024];
            long size = 0;
            for (int n = raw.read(buffer); n >= 0; n = raw.read(buffer)) {
                size += n;
                if (size > limit) {
                    throw new TooLarge(size);
                }
                sha.update(buffer, n);
                out.write(buffer, 0, n);
            }
            done = true;
            return new Spooled(file, size, sha.headerHash(), sha.bodyHash());
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The message has more bytes than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
        private final long size;

        TooLarge(long size) {
            super("larger than allowed");
            this.size = size;
        }

        long size() {
            return size;
        }
    }
}
