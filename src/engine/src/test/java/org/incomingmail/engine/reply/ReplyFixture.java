package org.incomingmail.engine.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MessageReader;

/**
 * A reply as a client sends it ({@code CLIENT/LANGUAGE.eml}, or {@code NAME.eml} for a special case) and what is to
 * become of it ({@code .txt}): the visible text, and below the lines {@code === trimmed ===} and {@code === signature ===} what is put away.
 */
public record ReplyFixture(String name, Path mail, Reply expected) {

    public static List<ReplyFixture> all() {
        URL resource = Objects.requireNonNull(ReplyFixture.class.getResource("/mails/replies"));
        try {
            Path folder = Path.of(resource.toURI());
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(".eml"))
                        .sorted()
                        .map(file -> of(folder, file))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static ReplyFixture of(Path folder, Path mail) {
        String name = folder.relativize(mail).toString().replace(".eml", "");
        try {
            String text = Files.readString(folder.resolve(name + ".txt"));
            String[] signature = ("\n" + text).split("\n=== signature ===\n", 2);
            String[] trimmed = signature[0].split("\n=== trimmed ===\n", 2);
            return new ReplyFixture(
                    name,
                    mail,
                    new Reply(
                            trimmed[0],
                            trimmed.length > 1 ? trimmed[1] : "",
                            signature.length > 1 ? signature[1] : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public IncomingMessage message() {
        try {
            byte[] raw = Files.readAllBytes(mail);
            return new MessageReader().read(() -> new ByteArrayInputStream(raw));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a reader compares: empty lines and the width of gaps do not matter. */
    public static String squeezed(String text) {
        return text.replace('\u00a0', ' ')
                .replace("\uFEFF", "")
                .replaceAll("(?m)^[> ]+$", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public String toString() {
        return name;
    }
}
