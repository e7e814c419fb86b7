package org.incomingmail.engine.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Entities;

/** Reads the leaf parts of a message one after another: text into memory, anything else only measured. */
final class Leaves {
    private static final int START_OF_MESSAGE = 8 * 1024;

    private final RawMessage raw;
    private final RawMessage kept;
    private final List<Note> notes;
    private final List<IncomingAttachment> attachments = new ArrayList<>(2);
    private int textLeft;
    private Body encapsulated = Body.NONE;

    /**
     * @param raw read from now
     * @param kept read from when an attachment is opened
     */
    Leaves(RawMessage raw, RawMessage kept, ReadingLimits limits, List<Note> notes) {
        this.raw = raw;
        this.kept = kept;
        this.notes = notes;
        this.textLeft = limits.textBytes();
    }

    List<IncomingAttachment> attachments() {
        return attachments;
    }

    /** The message's text as a winmail.dat has it: often with the formatting that the text beside it lacks. */
    Body encapsulated() {
        return encapsulated;
    }

    /** The text of a part; for an image between texts, HTML that shows it. */
    Body read(Part part) throws IOException {
        if (TnefLeaf.in(part) && unpacked(part)) {
            return Body.NONE;
        }
        if (!part.readable()) {
            return file(part);
        }
        try (InputStream decoded = PartBytes.open(raw, part)) {
            return text(part, decoded);
        }
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
        return html
                ? new Body(null, TextLeaf.html(part, bytes, notes))
                : new Body(TextLeaf.plain(part, withoutFiles(part, bytes), notes), null);
    }

    /** Takes files out of the text that stand in it as uuencode or yEnc. */
    private byte[] withoutFiles(Part part, byte[] text) {
        List<FileInText> files = FileInText.find(text);
        for (FileInText file : files) {
            notes.add(new Note(Note.Kind.FILE_IN_TEXT, file.yEnc() ? "yEnc" : "uuencode"));
            int most = text.length;
            String name = Charsets.unlabelled(file.name().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), null)
                    .text();
            add(part, name, "application/octet-stream", file.decoded(text).length, part.contentId(), false, () -> {
                try (InputStream again = PartBytes.open(kept, part)) {
                    return new ByteArrayInputStream(file.decoded(again.readNBytes(most)));
                }
            });
        }
        return files.isEmpty() ? text : FileInText.without(text, files);
    }

    /** Whether all that is in a winmail.dat is now part of the message; otherwise the file is kept as well. */
    private boolean unpacked(Part part) throws IOException {
        TnefLeaf leaf = TnefLeaf.read(raw, part);
        notes.add(leaf.note());
        for (TnefLeaf.File file : leaf.files()) {
            Optional<String> id = Optional.of(file.contentId()).filter(said -> !said.isEmpty());
            boolean inline = id.isPresent() && file.mediaType().startsWith("image/");
            add(
                    part,
                    file.name(attachments.size() + 1),
                    file.mediaType(),
                    file.size(),
                    id,
                    inline,
                    () -> PartBytes.open(kept, part, file.start(), file.size()));
        }
        encapsulated = encapsulated.isEmpty() ? leaf.body(notes) : encapsulated;
        return leaf.whole();
    }

    private Body file(Part part) throws IOException {
        String mediaType = part.mediaType();
        if (mediaType.endsWith("pkcs7-signature")
                || mediaType.equals("application/pgp-signature")
                || mediaType.equals("application/pgp-encrypted")) {
            return Body.NONE; // of no use without the signed bytes, which the raw message keeps
        }
        long size = PartBytes.size(raw, part);
        if (size == 0 && part.fileName().isEmpty()) {
            return Body.NONE;
        }
        byte[] start = mediaType.startsWith("message/") ? start(part) : new byte[0];
        String name = part.fileName().orElseGet(() -> FileNames.madeUp(part, start, attachments.size() + 1));
        IncomingAttachment file = attach(part, size, name);
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

    private byte[] start(Part part) throws IOException {
        try (InputStream decoded = PartBytes.open(raw, part)) {
            return decoded.readNBytes(START_OF_MESSAGE);
        }
    }

    private IncomingAttachment attach(Part part, long size, String name) {
        boolean inline =
                part.disposition().value().equals("inline") || part.contentId().isPresent() && !part.attachment();
        String type = part.multipart() ? "application/octet-stream" : part.mediaType();
        return add(part, name, type, size, part.contentId(), inline, () -> PartBytes.open(kept, part));
    }

    private IncomingAttachment add(
            Part part,
            String name,
            String mediaType,
            long size,
            Optional<String> contentId,
            boolean inline,
            RawMessage source) {
        String madeUp = "part-" + attachments.size() + "@incoming-mail.invalid";
        IncomingAttachment attachment = new IncomingAttachment(
                name, mediaType, size, contentId.or(() -> Optional.of(madeUp)), part.contentLocation(), inline, source);
        attachments.add(attachment);
        return attachment;
    }

    static long drain(InputStream stream) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        long total = 0;
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            total += read;
        }
        return total;
    }
}
