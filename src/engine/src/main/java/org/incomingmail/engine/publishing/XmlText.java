package org.incomingmail.engine.publishing;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML that is well-formed by construction: what is opened gets closed, what is text gets escaped. */
final class XmlText {
    private final StringBuilder out = new StringBuilder(1_024);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are name, value, name, value. */
    XmlText open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    XmlText empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append(" />");
        return this;
    }

    XmlText close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    XmlText text(String text) {
        escape(text);
        return this;
    }

    /** What is inside is storage format already. */
    XmlText raw(String storageFormat) {
        out.append(storageFormat);
        return this;
    }

    int length() {
        return out.length();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> i = character(text, i, c);
            }
        }
    }

    /** XML 1.0 section 2.2 forbids control characters, lone surrogates and U+FFFE; they are left out. */
    private int character(String text, int at, char c) {
        if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
            out.append(c).append(text.charAt(at + 1));
            return at + 1;
        }
        if (c >= ' ' && !Character.isSurrogate(c) && c < 0xFFFE || c == '\n' || c == '\t') {
            out.append(c);
        }
        return at;
    }

    @Override
    public String toString() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }
}
