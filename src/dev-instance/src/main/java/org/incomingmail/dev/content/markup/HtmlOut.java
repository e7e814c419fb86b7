package org.incomingmail.dev.content.markup;

/** Writes HTML; whatever is not markup of ours is escaped. */
final class HtmlOut {

    private final StringBuilder html = new StringBuilder();

    /** Markup that we wrote ourselves. */
    HtmlOut raw(String markup) {
        html.append(markup);
        return this;
    }

    HtmlOut text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return this;
    }

    /** An attribute, unless its value is empty. */
    HtmlOut attribute(String name, String value) {
        return value.isEmpty() ? this : raw(" " + name + "=\"").text(value).raw("\"");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
