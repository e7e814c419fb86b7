package org.incomingmail.engine.publishing;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Writes lists; what stands in a list outside of items becomes an item. */
final class ListWriter {
    private final Flow flow;
    private final HtmlToStorage html;

    ListWriter(Flow flow, HtmlToStorage html) {
        this.flow = flow;
        this.html = html;
    }

    void write(Element list, int depth) {
        if (list.childNodes().stream().noneMatch(this::item)) {
            html.children(list, depth);
            return;
        }
        flow.openParagraphs(list.normalName().equals("ol") ? "ol" : "ul");
        for (Node child : list.childNodes()) {
            if (item(child) && child instanceof Element element) {
                flow.openText("li");
                if (element.normalName().equals("li")) {
                    html.children(element, depth + 1);
                } else {
                    html.only(element, depth + 1);
                }
                flow.close();
            }
        }
        flow.close();
    }

    private boolean item(Node node) {
        return node instanceof Element element
                && html.includes(element)
                && (element.normalName().equals("li") || element.hasText());
    }
}
