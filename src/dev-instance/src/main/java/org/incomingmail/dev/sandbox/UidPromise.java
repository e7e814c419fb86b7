package org.incomingmail.dev.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a folder promised its clients (RFC 3501 2.3.1.1): under one UIDVALIDITY no UID is ever given twice.
 *
 * @param folderName the server's full name of the folder
 * @param uidNext no message has got this UID yet
 */
record UidPromise(String folderName, long uidValidity, long uidNext) {
    private static final String FILE = "folder.txt";

    static UidPromise readFrom(Path directory) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve(FILE), StandardCharsets.UTF_8);
        return new UidPromise(lines.get(0), Long.parseLong(lines.get(1)), Long.parseLong(lines.get(2)));
    }

    static boolean isIn(Path directory) {
        return Files.isRegularFile(directory.resolve(FILE));
    }

    static void deleteFrom(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }

    void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path unfinished = directory.resolve(FILE + ".tmp");
        Files.write(unfinished, List.of(folderName, Long.toString(uidValidity), Long.toString(uidNext)));
        Files.move(unfinished, directory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    UidPromise withUidNext(long next) {
        return new UidPromise(folderName, uidValidity, next);
    }

    UidPromise withFolderName(String name) {
        return new UidPromise(name, uidValidity, uidNext);
    }
}
