package org.incomingmail.engine.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jsoup.nodes.Entities;

/** Reads the leaf parts of a message as they stream by: text into memory, anything else only measured. */
final class Leaves {
    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile("(?im)^subject:[ \\t]*([^\\r\\n]{1,200})");

    private final RawMessage raw;
    private final ReadingLimits limits;
    private final List<Note> notes;
    private final List<IncomingAttachment> attachments = new ArrayList<>(2);
    private int textLeft;
    private int number = -1;

    Leaves(RawMessage raw, ReadingLimits limits, List<Note> notes) {
        this.raw = raw;
        this.limits = limits;
        this.notes = notes;
        this.textLeft = limits.textBytes();
    }

    List<IncomingAttachment> attachments() {
        return attachments;
    }

    /** Takes the current leaf; gives its text, or a place holder where an image stands between texts. */
    Body read(Part part, MimeTokenStream tokens) throws IOException {
        number++;
        InputStream decoded = tokens.getDecodedInputStream();
        return part.readable() ? text(part, decoded) : file(part, decoded);
    }

    private Body text(Part part, InputStream decoded) throws IOException {
        byte[] bytes = decoded.readNBytes(textLeft);
        long more = drain(decoded);
        textLeft -= bytes.length;
        boolean html = part.mediaType().equals("text/html");
        if (more > 0) {
            notes.add(new Note(Note.Kind.TEXT_TOO_LONG, Long.toString(bytes.length + more)));
            attach(part, bytes.length + more, part.fileName().orElse(html ? "message.html" : "message.txt"));
        }
        String label = part.type()
                .decoded("charset")
                .or(() -> html ? meta(bytes) : Optional.empty())
                .orElse(null);
        Charsets.Decoded text = Charsets.decode(bytes, label);
        text.repair().ifPresent(repair -> notes.add(new Note(Note.Kind.CHARSET_REPAIRED, repair)));
        if (html) {
            return new Body(null, text.text());
        }
        String lines = text.text().indexOf('\r') < 0
                ? text.text()
                : text.text().replace("\r\n", "\n").replace('\r', '\n');
        boolean flowed =
                part.type().decoded("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean delSp =
                part.type().decoded("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        return new Body(flowed ? FlowedText.unfold(lines, delSp) : lines, null);
    }

    private Body file(Part part, InputStream decoded) throws IOException {
        String mediaType = part.mediaType();
        if (mediaType.endsWith("pkcs7-signature") || mediaType.equals("application/pgp-signature")) {
            drain(decoded);
            return Body.NONE; // of no use without the signed bytes, which the raw message keeps
        }
        byte[] start = mediaType.equals("message/rfc822") ? decoded.readNBytes(8 * 1024) : new byte[0];
        long size = start.length + drain(decoded);
        boolean nothing = size == 0 && part.fileName().isEmpty();
        if (nothing) {
            return Body.NONE;
        }
        IncomingAttachment file = attach(part, size, part.fileName().orElseGet(() -> madeUp(part, start)));
        boolean between = file.inline()
                && file.image()
                && part.parent != null
                && part.parent.mediaType().equals("multipart/mixed")
                && !part.parent.bodies.isEmpty();
        // Apple Mail puts images between texts without referring to them
        return between && part.contentId().isEmpty()
                ? new Body(
                        null,
                        "<img src=\"cid:" + Entities.escape(file.contentId().orElse("")) + "\">")
                : Body.NONE;
    }

    private IncomingAttachment attach(Part part, long size, String name) {
        int leaf = number;
        boolean inline =
                part.disposition().value().equals("inline") || part.contentId().isPresent() && !part.attachment();
        Optional<String> id = part.contentId().or(() -> Optional.of("part-" + leaf + "@incoming-mail.invalid"));
        IncomingAttachment attachment = new IncomingAttachment(
                name,
                part.multipart() ? "application/octet-stream" : part.mediaType(),
                size,
                id,
                part.contentLocation(),
                inline,
                () -> PartStream.leaf(raw, leaf, limits));
        attachments.add(attachment);
        return attachment;
    }

    private String madeUp(Part part, byte[] start) {
        return switch (part.mediaType()) {
            case "message/rfc822" -> {
                Matcher subject = SUBJECT.matcher(Charsets.decode(start, null).text());
                yield (subject.find() ? EncodedWords.decode(subject.group(1)) : "message") + ".eml";
            }
            case "text/calendar" -> "invite.ics";
            case "message/delivery-status" -> "delivery-status.txt";
            case "application/ms-tnef" -> "winmail.dat";
            default -> "attachment-" + (attachments.size() + 1) + FileEndings.of(part.mediaType());
        };
    }

    private static Optional<String> meta(byte[] bytes) {
        String start =
                new String(bytes, 0, Math.min(bytes.length, 2_048), java.nio.charset.StandardCharsets.ISO_8859_1);
        Matcher matcher = META_CHARSET.matcher(start);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static long drain(InputStream stream) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        long total = 0;
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            total += read;
        }
        return total;
    }
}
