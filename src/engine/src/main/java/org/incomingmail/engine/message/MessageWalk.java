package org.incomingmail.engine.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/** One reading of one message: follows mime4j's events and collects text, attachments and notes. */
final class MessageWalk {
    private final RawMessage raw;
    private final ReadingLimits limits;
    private final Leaves leaves;
    private final List<Note> notes = new ArrayList<>(2);
    private final List<String> mediaTypes = new ArrayList<>(4);
    private final Part message = new Part(null);
    private @Nullable Part current;
    private int depth;

    MessageWalk(RawMessage raw, ReadingLimits limits) {
        this.raw = raw;
        this.limits = limits;
        this.leaves = new Leaves(raw, limits, notes);
    }

    IncomingMessage walk(InputStream stream) throws IOException {
        try {
            MimeTokenStream tokens = PartStream.open(stream, limits);
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                take(state, tokens);
                if (mediaTypes.size() > limits.parts()) {
                    notes.add(new Note(Note.Kind.TOO_MANY_PARTS, Integer.toString(limits.parts())));
                    break;
                }
            }
        } catch (MimeException | MimeIOException e) {
            notes.add(new Note(Note.Kind.STRUCTURE_REPAIRED, e.getClass().getSimpleName()));
        } catch (RuntimeException e) {
            // whatever a parser makes of hostile bytes, what was read before still counts
            notes.add(new Note(Note.Kind.STRUCTURE_REPAIRED, e.getClass().getSimpleName()));
        }
        while (current != null && current != message) {
            endMultipart(current);
        }
        return result();
    }

    private void take(EntityState state, MimeTokenStream tokens) throws IOException {
        switch (state) {
            case T_START_HEADER -> {
                current = current == null ? message : new Part(current);
                PartStream.boundDepth(tokens, depth, limits);
            }
            case T_FIELD -> part().fields.add(HeaderText.of(tokens.getField()));
            case T_END_HEADER -> mediaTypes.add(described(part()));
            case T_START_MULTIPART -> depth++;
            case T_BODY -> endLeaf(part(), tokens);
            case T_END_MULTIPART -> {
                depth--;
                endMultipart(part());
            }
            default -> {}
        }
    }

    private Part part() {
        return current == null ? message : current;
    }

    private void endLeaf(Part leaf, MimeTokenStream tokens) throws IOException {
        if (leaf.multipart() && depth >= limits.depth()) {
            notes.add(new Note(Note.Kind.NESTED_TOO_DEEP, Integer.toString(depth)));
        }
        Body body = leaves.read(leaf, tokens);
        close(leaf, body);
    }

    private void endMultipart(Part multipart) {
        close(multipart, multipart.body());
    }

    private void close(Part part, Body body) {
        if (part.parent == null) {
            message.bodies.clear();
            message.bodies.add(body);
            return;
        }
        part.parent.bodies.add(body);
        current = part.parent;
    }

    private String described(Part part) {
        String type = part.mediaType();
        if (type.equals("multipart/signed")) {
            notes.add(new Note(Note.Kind.SIGNED, type));
        }
        if (type.equals("multipart/encrypted") || type.endsWith("pkcs7-mime")) {
            notes.add(new Note(Note.Kind.ENCRYPTED, type));
        }
        if (type.equals("application/ms-tnef") || type.equals("application/vnd.ms-tnef")) {
            notes.add(new Note(Note.Kind.TNEF, type));
        }
        return part.type()
                .decoded("report-type")
                .map(report -> type + "; report-type=" + report.toLowerCase(java.util.Locale.ROOT))
                .orElse(type);
    }

    private IncomingMessage result() {
        Headers headers = new Headers(message.fields);
        Body body = Body.sequence(message.bodies);
        Envelope envelope = Envelope.of(headers);
        Optional<String> date = headers.raw("Date");
        if (date.isPresent() && envelope.date().isEmpty()) {
            notes.add(new Note(Note.Kind.DATE_UNREADABLE, "Date"));
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
                List.copyOf(notes));
    }
}
