package org.incomingmail.engine.reply;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Text whose line feeds are seen. */
final class Preformatted {
    private static final int MOST_LINES = 20_000;

    private Preformatted() {}

    /** Gives every line of such a text a node of its own. */
    static void split(Element body) {
        List<TextNode> texts = new ArrayList<>();
        body.traverse((node, depth) -> {
            if (node instanceof TextNode text && is(text) && text.getWholeText().indexOf('\n') >= 0) {
                texts.add(text);
            }
        });
        int left = MOST_LINES;
        for (TextNode text : texts) {
            left -= split(text, left);
        }
    }

    static boolean is(TextNode text) {
        for (Node at = text.parentNode(); at instanceof Element element; at = at.parentNode()) {
            if (element.normalName().equals("pre")) {
                return true;
            }
            String style = element.attr("style");
            if (!style.isEmpty() && (style.contains("pre-wrap") || style.contains("white-space:pre"))) {
                return true;
            }
            if (element.isBlock()) {
                return false;
            }
        }
        return false;
    }

    private static int split(TextNode text, int most) {
        String whole = text.getWholeText();
        List<Node> lines = new ArrayList<>();
        int start = whole.indexOf('\n') + 1;
        int first = start;
        while (start < whole.length() && lines.size() < most) {
            int feed = whole.indexOf('\n', start);
            int end = feed < 0 || lines.size() == most - 1 ? whole.length() : feed + 1;
            lines.add(new TextNode(whole.substring(start, end)));
            start = end;
        }
        if (!lines.isEmpty() && text.parentNode() instanceof Element parent) {
            text.text(whole.substring(0, first));
            parent.insertChildren(text.siblingIndex() + 1, lines);
        }
        return lines.size();
    }
}
