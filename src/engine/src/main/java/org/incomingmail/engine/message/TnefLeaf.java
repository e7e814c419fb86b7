package org.incomingmail.engine.message;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.incomingmail.engine.message.tnef.RtfText;
import org.incomingmail.engine.message.tnef.TnefContent;
import org.incomingmail.engine.message.tnef.TnefFile;
import org.incomingmail.engine.message.tnef.TnefReader;
import org.incomingmail.engine.message.tnef.TnefText;
import org.jspecify.annotations.Nullable;

/** A winmail.dat as a part of a message. */
final class TnefLeaf {
    private final Optional<TnefContent> content;

    private TnefLeaf(Optional<TnefContent> content) {
        this.content = content;
    }

    /**
     * A file inside.
     *
     * @param name empty when it has none
     * @param start where it lies in the decoded part
     */
    record File(String name, String mediaType, String contentId, long start, long size) {

        String name(int number) {
            return name.isBlank() ? "attachment-" + number + FileEndings.of(mediaType) : name;
        }
    }

    /** By its type, or by its name where a gateway forgot the type. */
    static boolean in(Part part) {
        String type = part.mediaType();
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || type.equals("application/octet-stream")
                        && part.fileName()
                                .filter("winmail.dat"::equalsIgnoreCase)
                                .isPresent();
    }

    static TnefLeaf read(RawMessage raw, Part part) throws IOException {
        try (InputStream decoded = PartBytes.open(raw, part)) {
            return new TnefLeaf(TnefReader.read(decoded));
        }
    }

    /** Whether nothing but what was unpacked is in it. */
    boolean whole() {
        return content.isPresent() && content.get().whole() && !content.get().isEmpty();
    }

    Note note() {
        return new Note(
                Note.Kind.TNEF,
                content.map(found -> "files: " + found.files().size() + (found.whole() ? "" : ", not all unpacked"))
                        .orElse("unreadable"));
    }

    List<File> files() {
        return content.stream()
                .flatMap(found -> found.files().stream())
                .map(TnefLeaf::file)
                .toList();
    }

    private static File file(TnefFile file) {
        String name = decoded(file.name()).text();
        String declared = file.mediaType().toLowerCase(Locale.ROOT);
        String guessed = URLConnection.guessContentTypeFromName(name);
        String type = declared.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}")
                ? declared
                : guessed == null ? "application/octet-stream" : guessed;
        return new File(name, type, file.contentId().replaceAll("^<|>$", ""), file.start(), file.size());
    }

    /** The text of the message: with formatting where Outlook hid HTML in it. */
    Body body(List<Note> notes) {
        if (content.isEmpty()) {
            return Body.NONE;
        }
        TnefContent found = content.get();
        boolean html = RtfText.html(found.rtf());
        String rich = !found.html().isEmpty() ? text(found.html(), notes) : html ? RtfText.of(found.rtf()) : null;
        String plain = !found.text().isEmpty() ? text(found.text(), notes) : null;
        return new Body(plain == null && rich == null && !html ? unlessBlank(RtfText.of(found.rtf())) : plain, rich);
    }

    private static @Nullable String unlessBlank(String text) {
        return text.isBlank() ? null : text;
    }

    private static String text(TnefText text, List<Note> notes) {
        Charsets.Decoded decoded = decoded(text);
        decoded.repair().ifPresent(repair -> notes.add(Note.charset("winmail.dat", repair)));
        return decoded.text().replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Without a label nothing was promised, so nothing had to be repaired. */
    private static Charsets.Decoded decoded(TnefText text) {
        return text.charset().isEmpty()
                ? Charsets.unlabelled(text.bytes(), null)
                : Charsets.decode(text.bytes(), text.charset());
    }
}
