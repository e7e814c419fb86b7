package org.incomingmail.engine.explain.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.incomingmail.engine.message.RawMessage;

/** Finds messages: files, folders with all below them, mbox files, and names on standard input. */
final class Sources {
    private final Messages messages;

    Sources(Messages messages) {
        this.messages = messages;
    }

    void read(Options options, InputStream standardInput) {
        if (options.standardInput() == Options.StandardInput.MESSAGE) {
            oneOf(standardInput);
        }
        for (String name : options.files()) {
            if (name.equals("-")) {
                names(standardInput);
            } else {
                named(name);
            }
        }
        if (options.files().isEmpty() && options.standardInput() == Options.StandardInput.NAMES) {
            names(standardInput);
        }
    }

    private void names(InputStream standardInput) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(standardInput, StandardCharsets.UTF_8));
        try {
            for (String name = lines.readLine(); name != null; name = lines.readLine()) {
                if (!name.isBlank()) {
                    named(name);
                }
            }
        } catch (IOException e) {
            messages.unreadable("-", e);
        }
    }

    private void named(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                folder(path);
            } else {
                file(path);
            }
        } catch (InvalidPathException e) {
            messages.unreadable(name, new IOException(e.getMessage()));
        }
    }

    /** In the order of their names; hidden files are left out. */
    private void folder(Path folder) {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).toString().matches("(.*/)?\\..*"))
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            messages.unreadable(folder.toString(), new IOException(e.getMessage()));
            return;
        }
        List<Path> mails = files.stream().filter(Sources::namedAsMail).toList();
        (mails.isEmpty() ? files : mails).forEach(this::file);
    }

    private static boolean namedAsMail(Path file) {
        return file.getFileName().toString().matches("(?i).*\\.(eml|mbox|mbx|mail)");
    }

    private void file(Path file) {
        try {
            if (!file.toString().endsWith(".eml") && Mbox.is(file)) {
                new Mbox(file).each(messages);
            } else {
                messages.message(file.toString(), RawMessage.of(file));
            }
        } catch (IOException e) {
            messages.unreadable(file.toString(), e);
        }
    }

    private void oneOf(InputStream standardInput) {
        try {
            Path copy = Files.createTempFile("incoming-mail-explain", ".eml");
            try {
                Files.copy(standardInput, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                messages.message("-", RawMessage.of(copy));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            messages.unreadable("-", e);
        }
    }
}
