package org.incomingmail.engine.publishing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.Note;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.wiki.NewAttachment;

/**
 * Writes a message as content: storage format and attachments. Delivery creates the page or comment with
 * {@code storageFormat()}, attaches the attachments, and only when one was refused or renamed replaces the body with
 * {@code storageFormat(attachedAs)}. Thread-safe.
 */
public final class Publisher {
    private final Wording wording;

    public Publisher(Wording wording) {
        this.wording = wording;
    }

    /** The whole message as a page. */
    public Composition compose(IncomingMessage message, Decision.NewPage page) {
        return whole(message);
    }

    /** The whole message, wherever it may go. */
    public Composition whole(IncomingMessage message) {
        List<NamedAttachment> attachments = AttachmentNames.of(message.attachments(), "");
        Written written = Written.of(message);
        boolean nothing = message.subject().isBlank() && written.isBlank() && attachments.isEmpty();
        return nothing
                ? new Composition.Nothing(PublishingCode.EMPTY)
                : publication(attachments, images -> encrypted(message) + written.whole(images));
    }

    /** What the author of a reply wrote, with the rest behind a title to click on. */
    public Composition compose(IncomingMessage message, Decision.Reply reply) {
        List<NamedAttachment> attachments = AttachmentNames.of(message.attachments(), " " + mark(message));
        Written written = Written.of(message);
        return written.isBlank() && attachments.isEmpty()
                ? new Composition.Nothing(PublishingCode.EMPTY)
                : publication(attachments, images -> encrypted(message) + written.reply(images, wording));
    }

    private String encrypted(IncomingMessage message) {
        boolean encrypted = message.notes().stream().anyMatch(note -> note.kind() == Note.Kind.ENCRYPTED);
        XmlText note = new XmlText();
        return encrypted
                ? note.open("p")
                        .open("em")
                        .text(wording.encrypted())
                        .close()
                        .close()
                        .toString()
                : "";
    }

    private static Composition publication(List<NamedAttachment> attachments, Function<Images, String> text) {
        List<NewAttachment> files =
                attachments.stream().map(NamedAttachment::toNew).toList();
        return new Composition.Publication(files, attachedAs -> {
            Images images = new Images(attachments, attachedAs);
            return text.apply(images) + links(attachments, images, attachedAs);
        });
    }

    /** Files that the text does not show are linked below it. */
    private static String links(
            List<NamedAttachment> attachments, Images images, Function<String, Optional<String>> attachedAs) {
        XmlText xml = new XmlText();
        for (NamedAttachment attachment : attachments) {
            Optional<String> name = attachedAs.apply(attachment.name());
            if (name.isPresent() && !images.shown(attachment.name())) {
                xml.open("p")
                        .open("ac:link")
                        .empty("ri:attachment", "ri:filename", name.get())
                        .close()
                        .close();
            }
        }
        return xml.toString();
    }

    /** Six letters that differ from message to message and are the same at each try. */
    private static String mark(IncomingMessage message) {
        String identity = message.messageId().orElse("") + message.date() + message.from() + message.subject();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
