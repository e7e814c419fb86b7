package org.incomingmail.engine.message;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** The readable text of a part: plain, HTML, or both when the sender gave both. */
record Body(@Nullable String text, @Nullable String html) {
    static final Body NONE = new Body(null, null);

    boolean isEmpty() {
        return text == null && html == null;
    }

    /** What this one lacks from another one: its formatting, or all when this one says nothing. */
    Body or(Body other) {
        boolean silent = html == null && (text == null || text.isBlank());
        if (silent) {
            return other.isEmpty() ? this : other;
        }
        return html == null && other.html != null ? new Body(text, other.html) : this;
    }

    /** multipart/alternative: the richest of each kind; the last one is the sender's favourite (RFC 2046 5.1.4). */
    static Body alternative(List<Body> bodies) {
        String text = null;
        String html = null;
        for (Body body : bodies) {
            text = body.text != null && (text == null || text.isBlank()) ? body.text : text;
            html = body.html != null ? body.html : html;
        }
        return new Body(text, html);
    }

    /** multipart/mixed and the like: one after another. As soon as one is HTML, the whole is. */
    static Body sequence(List<Body> bodies) {
        List<Body> filled = bodies.stream().filter(body -> !body.isEmpty()).toList();
        if (filled.size() <= 1) {
            return filled.isEmpty() ? NONE : filled.get(0);
        }
        boolean anyHtml = filled.stream().anyMatch(body -> body.html != null);
        String text = String.join("\n", filled.stream().map(Body::asText).toList());
        return new Body(
                text,
                anyHtml ? String.join("\n", filled.stream().map(Body::asHtml).toList()) : null);
    }

    private String asText() {
        return text != null
                ? text
                : Jsoup.parse(Objects.requireNonNullElse(html, "")).wholeText();
    }

    private String asHtml() {
        if (html != null) {
            return inner(html);
        }
        return "<div style=\"white-space: pre-wrap\">" + Entities.escape(Objects.requireNonNullElse(text, ""))
                + "</div>";
    }

    /** Without the end of the document, so that what follows is not after it. */
    private static String inner(String document) {
        int end = document.toLowerCase(Locale.ROOT).lastIndexOf("</body");
        return end < 0 ? document : document.substring(0, end);
    }
}
