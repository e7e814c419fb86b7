package org.incomingmail.engine.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One reading of one message: finds its parts, reads them, and puts together what they come to. */
final class MessageWalk {
    private static final int MOST_ENVELOPES = 3;

    private final RawMessage raw;
    private final RawMessage kept;
    private final ReadingLimits limits;
    private final int envelopes;
    private final List<Note> notes = new ArrayList<>(2);
    private final List<String> mediaTypes = new ArrayList<>(4);
    private final Leaves leaves;

    /** @param kept where attachments are decoded from when they are opened */
    MessageWalk(RawMessage raw, RawMessage kept, ReadingLimits limits) {
        this(raw, kept, limits, 0);
    }

    private MessageWalk(RawMessage raw, RawMessage kept, ReadingLimits limits, int envelopes) {
        this.raw = raw;
        this.kept = kept;
        this.envelopes = envelopes;
        this.limits = limits;
        this.leaves = new Leaves(raw, kept, limits, notes);
    }

    IncomingMessage walk() throws IOException {
        Part message = scan();
        Body body = body(message).or(leaves.encapsulated());
        return result(new Headers(message.fields), body);
    }

    private Part scan() throws IOException {
        List<Part> parts;
        try (InputStream stream = raw.open()) {
            parts = MimeScan.of(stream, limits, notes);
        }
        parts.forEach(part -> mediaTypes.add(described(part)));
        return parts.get(0);
    }

    private Body body(Part part) throws IOException {
        if (part.children.isEmpty()) {
            Optional<RawMessage> inside = signed(raw, part);
            return inside.isPresent() ? inside(inside.get(), part) : leaves.read(part);
        }
        for (Part child : part.children) {
            part.bodies.add(body(child));
        }
        return part.body();
    }

    private Optional<RawMessage> signed(RawMessage from, Part part) throws IOException {
        return envelopes < MOST_ENVELOPES && Protection.opaque(part) ? SignedContent.in(from, part) : Optional.empty();
    }

    /** A part that is one with its signature: what it holds stands in its place. */
    private Body inside(RawMessage inside, Part part) throws IOException {
        RawMessage again = signed(kept, part).orElse(inside);
        MessageWalk inner = new MessageWalk(inside, again, limits, envelopes + 1);
        Body body = inner.body(inner.scan());
        notes.addAll(inner.notes);
        mediaTypes.addAll(inner.mediaTypes);
        leaves.attachments().addAll(inner.leaves.attachments());
        return body.or(inner.leaves.encapsulated());
    }

    private String described(Part part) {
        String type = part.declaredType();
        Protection.of(part).ifPresent(notes::add);
        if (type.equals("message/partial")) {
            notes.add(new Note(Note.Kind.PARTIAL, part.type().decoded("number").orElse("?")));
        }
        return part.type()
                .decoded("report-type")
                .map(report -> type + "; report-type=" + report.toLowerCase(Locale.ROOT))
                .orElse(type);
    }

    private IncomingMessage result(Headers headers, Body body) {
        Envelope envelope = Envelope.of(headers);
        Optional<String> date = headers.raw("Date");
        if (date.isPresent() && envelope.date().isEmpty()) {
            notes.add(new Note(Note.Kind.DATE_UNREADABLE, "Date"));
        }
        for (String name : List.of("Subject", "From", "To", "Cc")) {
            headers.all(name)
                    .forEach(value -> EncodedWords.decode(value, repair -> notes.add(Note.charset(name, repair))));
        }
        return new IncomingMessage(
                headers,
                envelope.from(),
                envelope.recipients(),
                headers.decoded("Subject").orElse(""),
                envelope.date(),
                MessageIds.parse(headers.all("Message-ID")).stream().findFirst(),
                MessageIds.parse(headers.all("In-Reply-To")),
                MessageIds.parse(headers.all("References")),
                Optional.ofNullable(body.text()),
                Optional.ofNullable(body.html()),
                List.copyOf(leaves.attachments()),
                List.copyOf(mediaTypes),
                notes.stream().distinct().toList());
    }
}
