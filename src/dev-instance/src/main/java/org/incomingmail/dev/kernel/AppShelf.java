package org.incomingmail.dev.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** The jars of installed apps, and which of them are disabled: in the home folder, or the one all nodes share. */
final class AppShelf {

    private final Path folder;
    private final Path disabledFile;

    /** @param common the folder that nodes have in common */
    AppShelf(Path common) {
        folder = common.resolve("installed-plugins");
        disabledFile = folder.resolve("disabled.txt");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> jars() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a copy; a copy that is there is replaced only when the new one is complete. */
    Path keep(AppFile app) throws IOException {
        Path target = folder.resolve(app.descriptor().key() + ".jar");
        if (Files.exists(target) && Files.isSameFile(app.jar(), target)) {
            return target;
        }
        Path copy = folder.resolve(app.descriptor().key() + ".incoming");
        Files.copy(app.jar(), copy, StandardCopyOption.REPLACE_EXISTING);
        return Files.move(copy, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The kept jar of an app, if there is one. */
    Optional<Path> jar(String key) {
        return Optional.of(folder.resolve(key + ".jar")).filter(Files::exists);
    }

    /** Whether this very jar is kept already. */
    boolean keeps(AppFile app) throws IOException {
        Optional<Path> kept = jar(app.descriptor().key());
        return kept.isPresent() && Files.mismatch(kept.get(), app.jar()) < 0;
    }

    /** Tells jars apart. */
    static String fingerprint(Path jar) throws IOException {
        return UUID.nameUUIDFromBytes(Files.readAllBytes(jar)).toString();
    }

    void remove(String key) {
        try {
            Files.deleteIfExists(folder.resolve(key + ".jar"));
            disabled(key, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDisabled(String key) {
        return disabledKeys().contains(key);
    }

    void disabled(String key, boolean disabled) {
        TreeSet<String> keys = disabledKeys();
        if (disabled ? keys.add(key) : keys.remove(key)) {
            try {
                Files.write(disabledFile, keys);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private TreeSet<String> disabledKeys() {
        try {
            return Files.exists(disabledFile) ? new TreeSet<>(Files.readAllLines(disabledFile)) : new TreeSet<>();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
