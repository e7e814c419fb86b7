package org.incomingmail.confluence.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.delivery.MessageStore;

/** Raw mail as gzip files in the shared home, a thousand to a folder. */
@Named
public class RawMailFiles implements MessageStore {
    private final HomeFolder home;

    @Inject
    public RawMailFiles(HomeFolder home) {
        this.home = home;
    }

    @Override
    public void keep(long id, Path raw, Instant now) throws IOException {
        Path file = file(id);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
            Files.copy(raw, out);
        } catch (IOException full) {
            Files.deleteIfExists(part);
            throw full;
        }
        Files.setLastModifiedTime(part, FileTime.from(now));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean kept(long id) {
        return Files.exists(file(id));
    }

    @Override
    public Optional<InputStream> open(long id) throws IOException {
        try {
            return Optional.of(new GZIPInputStream(Files.newInputStream(file(id))));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(long id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    @Override
    public int removeOlderThan(Instant moment, Set<Long> needed) throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<Path> old;
        try (Stream<Path> files = Files.walk(folder, 2)) {
            old = files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().lastModified() < moment.toEpochMilli())
                    .filter(file -> needed.stream().noneMatch(id -> file.equals(file(id))))
                    .toList();
        }
        int removed = 0;
        for (Path file : old) {
            removed += Files.deleteIfExists(file) ? 1 : 0;
        }
        return removed;
    }

    private Path folder() {
        return home.shared().resolve("raw");
    }

    private Path file(long id) {
        return folder().resolve(Long.toString(id / 1000)).resolve(id + ".eml.gz");
    }
}
