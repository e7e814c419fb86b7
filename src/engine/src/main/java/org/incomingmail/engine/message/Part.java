package org.incomingmail.engine.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A MIME part while the message is read: its header, and for a multipart what its children came to. */
final class Part {
    final List<Header> fields = new ArrayList<>();
    final List<Body> bodies = new ArrayList<>();
    final List<Part> children = new ArrayList<>(0);
    final @Nullable Part parent;
    long start;
    long end;
    long size = -1; // decoded; -1 when it was not counted
    private boolean onlyText;
    private @Nullable Parameters type;
    private @Nullable Parameters disposition;

    Part(@Nullable Part parent) {
        this.parent = parent;
    }

    Parameters type() {
        if (type == null) {
            type = Parameters.parse(field("Content-Type"));
        }
        return type;
    }

    Parameters disposition() {
        if (disposition == null) {
            disposition = Parameters.parse(field("Content-Disposition"));
        }
        return disposition;
    }

    /** Of a multipart: what stands between its parts; null when the header does not say. */
    byte @Nullable [] boundary() {
        String named = type().raw().get("boundary");
        String boundary = named != null && !named.isBlank()
                ? named
                : type().decoded("boundary").orElse("");
        return boundary.isBlank() ? null : boundary.stripTrailing().getBytes(StandardCharsets.UTF_8);
    }

    /** A multipart without parts is read as the text that it is. */
    void becomeText() {
        onlyText = true;
    }

    /** Type and subtype; what RFC 2045 5.2 and RFC 2046 5.1.5 say when it is missing or broken. */
    String mediaType() {
        return onlyText ? "text/plain" : declaredType();
    }

    String declaredType() {
        String declared = type().value();
        if (declared.equals("text")) {
            return "text/plain";
        }
        if (declared.indexOf('/') > 0
                && declared.length() < 128
                && declared.chars().noneMatch(c -> c <= ' ' || c > '~')) {
            return declared;
        }
        boolean digest =
                declared.isEmpty() && parent != null && parent.mediaType().equals("multipart/digest");
        return digest ? "message/rfc822" : declared.isEmpty() ? "text/plain" : "application/octet-stream";
    }

    boolean multipart() {
        return mediaType().startsWith("multipart/");
    }

    Optional<String> fileName() {
        Optional<String> name = disposition().decoded("filename");
        return name.isPresent() ? name : type().decoded("name");
    }

    boolean attachment() {
        return disposition().value().equals("attachment");
    }

    /** Text that is read as part of the message, not a file. */
    boolean readable() {
        String mediaType = mediaType();
        boolean text = mediaType.equals("text/plain") || mediaType.equals("text/html");
        return text && !attachment() && (fileName().isEmpty() || leadsTheMessage());
    }

    /** Some senders name the text itself: it is the message all the same, or an alternative, or stands before all else. */
    private boolean leadsTheMessage() {
        return parent == null || parent.mediaType().equals("multipart/alternative") || parent.children.get(0) == this;
    }

    Optional<String> contentId() {
        return Optional.ofNullable(field("Content-ID"))
                .map(id -> id.strip().replaceAll("^<|>$", "").strip())
                .filter(id -> !id.isEmpty());
    }

    Optional<String> contentLocation() {
        return Optional.ofNullable(field("Content-Location")).map(String::strip).filter(at -> !at.isEmpty());
    }

    String transferEncoding() {
        String encoding = field("Content-Transfer-Encoding");
        return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String field(String name) {
        for (Header field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.raw();
            }
        }
        return null;
    }

    /** What the children come to, according to the kind of multipart. */
    Body body() {
        return mediaType().equals("multipart/alternative") ? Body.alternative(bodies) : Body.sequence(bodies);
    }
}
