package org.incomingmail.dev.content.markup;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One structured macro: the few that mail and demos need; an unknown one shows the host's error. */
final class Macro {

    private final Element macro;
    private final StorageRenderer renderer;
    private final HtmlOut out;

    Macro(Element macro, StorageRenderer renderer) {
        this.macro = macro;
        this.renderer = renderer;
        this.out = renderer.out();
    }

    void render() {
        String name = macro.getAttributeNS(StorageFormat.AC, "name");
        switch (name) {
            case "code", "noformat" -> preformatted();
            case "expand" -> expand();
            case "info", "note", "tip", "warning" -> message(name);
            case "panel" -> panel();
            case "quote" -> framed("<blockquote>", "</blockquote>");
            default -> unknown(name);
        }
    }

    private void preformatted() {
        out.raw("<div class=\"code panel\">");
        title();
        out.raw("<pre>")
                .text(Elements.text(Elements.child(macro, "plain-text-body")))
                .raw("</pre></div>");
    }

    /** A details element opens without any script. */
    private void expand() {
        String title = parameter("title");
        out.raw("<details class=\"expand-container\"><summary class=\"expand-control\">")
                .text(title.isEmpty() ? "Click here to expand..." : title)
                .raw("</summary><div class=\"expand-content\">");
        body();
        out.raw("</div></details>");
    }

    private void message(String name) {
        String type =
                switch (name) {
                    case "note" -> "warning";
                    case "tip" -> "success";
                    case "warning" -> "error";
                    default -> "info";
                };
        out.raw("<div class=\"aui-message aui-message-" + type + "\">");
        if (!parameter("title").isEmpty()) {
            out.raw("<p class=\"title\"><strong>").text(parameter("title")).raw("</strong></p>");
        }
        body();
        out.raw("</div>");
    }

    private void panel() {
        out.raw("<div class=\"panel\">");
        title();
        framed("<div class=\"panelContent\">", "</div></div>");
    }

    private void title() {
        if (!parameter("title").isEmpty()) {
            out.raw("<div class=\"panelHeader\"><b>").text(parameter("title")).raw("</b></div>");
        }
    }

    private void framed(String before, String after) {
        out.raw(before);
        body();
        out.raw(after);
    }

    private void unknown(String name) {
        out.raw("<div class=\"error unknown-macro\"><span class=\"error\">")
                .text("Unknown macro: '" + name + "'")
                .raw("</span></div>");
    }

    private void body() {
        Element rich = Elements.child(macro, "rich-text-body");
        if (rich != null) {
            renderer.children(rich);
        }
    }

    private String parameter(String name) {
        for (Node node = macro.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element
                    && "parameter".equals(node.getLocalName())
                    && name.equals(((Element) node).getAttributeNS(StorageFormat.AC, "name"))) {
                return Elements.text((Element) node);
            }
        }
        return "";
    }
}
