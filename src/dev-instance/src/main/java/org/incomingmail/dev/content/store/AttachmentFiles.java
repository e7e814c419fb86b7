package org.incomingmail.dev.content.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of attachments, one file per id and version below the attachments folder. A file is complete before it
 * gets its name; one whose transaction was rolled back stays without a row and is swept away later.
 */
public final class AttachmentFiles {

    private static final Logger log = LoggerFactory.getLogger(AttachmentFiles.class);
    /** Longer than any transaction lasts, so that a file whose row is about to be committed is not taken. */
    private static final Duration ORPHAN_AGE = Duration.ofHours(1);

    private final Path folder;
    private final InstantSource clock;

    public AttachmentFiles(Path folder, InstantSource clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        Files.createDirectories(folder.resolve("incoming"));
    }

    /** Streams bytes to a file without a name. */
    public Path receive(InputStream data) throws IOException {
        Path file = Files.createTempFile(folder.resolve("incoming"), "upload", ".part");
        try {
            Files.copy(data, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | RuntimeException e) {
            discard(file);
            throw e;
        }
    }

    /** Gives a received file its place. */
    public void place(Path received, long id, int version) throws IOException {
        Path file = file(id, version);
        Files.createDirectories(shelf(id));
        Files.move(received, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public InputStream open(long id, int version) throws IOException {
        return Files.newInputStream(file(id, version));
    }

    public void remove(long id, int version) {
        discard(file(id, version));
    }

    /** Removes a file if it is there; one that can't be removed is left to the sweep. */
    public void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("Could not remove {}: {}", file, e.toString());
        }
    }

    /** Removes files that belong to no attachment. Answers how many. */
    public int sweep(BiPredicate<Long, Integer> stored) throws IOException {
        int removed = 0;
        Instant before = clock.instant().minus(ORPHAN_AGE);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, 3)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (isOlder(file, before) && !belongs(file.getFileName().toString(), stored)) {
                discard(file);
                removed++;
            }
        }
        return removed;
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean belongs(String name, BiPredicate<Long, Integer> stored) {
        int dot = name.indexOf('.');
        try {
            return stored.test(Long.parseLong(name.substring(0, dot)), Integer.parseInt(name.substring(dot + 1)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    // a thousand per folder, so that no folder grows too large to be listed
    private Path shelf(long id) {
        return folder.resolve(Long.toString(id / 1000));
    }

    private Path file(long id, int version) {
        return shelf(id).resolve(id + "." + version);
    }
}
