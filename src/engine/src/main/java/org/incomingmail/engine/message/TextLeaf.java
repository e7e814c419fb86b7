package org.incomingmail.engine.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of a text part as the text that its author wrote. */
final class TextLeaf {
    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private TextLeaf() {}

    static String html(Part part, byte[] bytes, List<Note> notes) {
        Optional<String> label = part.type().decoded("charset");
        Optional<String> meta = meta(bytes);
        if (Utf7.means(label.or(() -> meta).orElse(""))) {
            // decoded it could bring markup that nobody looked at
            notes.add(Note.charset("text/html", "utf-7 refused in HTML, read as US-ASCII"));
            return Charsets.decode(bytes, null).text();
        }
        return decoded("text/html", bytes, label.or(() -> meta), meta, notes);
    }

    static String plain(Part part, byte[] bytes, List<Note> notes) {
        Optional<String> label = part.type().decoded("charset");
        String text = Utf7.means(label.orElse(""))
                ? Utf7.decode(bytes)
                : decoded("text/plain", bytes, label, Optional.empty(), notes);
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        Protection.ofText(lines).ifPresent(notes::add);
        boolean flowed = says(part, "format", "flowed");
        return flowed ? FlowedText.unfold(lines, says(part, "delsp", "yes")) : lines;
    }

    private static String decoded(
            String where, byte[] bytes, Optional<String> label, Optional<String> hint, List<Note> notes) {
        Charsets.Decoded text = Charsets.decode(bytes, label.orElse(null), hint.orElse(null));
        text.repair().ifPresent(repair -> notes.add(Note.charset(where, repair)));
        return text.text();
    }

    private static boolean says(Part part, String parameter, String value) {
        return part.type().decoded(parameter).filter(value::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> meta(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 2_048), StandardCharsets.ISO_8859_1);
        Matcher matcher = META_CHARSET.matcher(start);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
