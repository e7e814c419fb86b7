package org.incomingmail.engine.reply;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks through an HTML body and collects its lines. */
final class LineCollector implements NodeVisitor {
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "head", "title", "template", "svg", "math", "object", "iframe");
    private static final Set<String> INLINE = Set.of(
            "a", "b", "i", "u", "s", "em", "strong", "span", "font", "sub", "sup", "code", "tt", "small", "big", "del",
            "ins", "strike", "img", "o:p", "label", "abbr", "cite", "q", "kbd", "samp", "var", "mark", "time", "bdi",
            "bdo", "wbr");

    private final List<Line> lines = new ArrayList<>();
    private final Map<Node, Integer> lineOf = new IdentityHashMap<>();
    private final MarkStack marks = new MarkStack();
    private final StringBuilder seen = new StringBuilder();
    private final PlainText text = new PlainText();
    private int unseen;
    private boolean preformatted;
    private Line.Mark mark = Line.Mark.NONE;

    HtmlLines collected() {
        endLine();
        return new HtmlLines(lines, text.lines(lines), lineOf);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode leaf) {
            if (unseen == 0) {
                text(leaf);
            }
        } else if (node instanceof Element element) {
            begin(element);
        }
    }

    private void text(TextNode leaf) {
        String content = leaf.getWholeText();
        boolean feed = content.endsWith("\n") && Preformatted.is(leaf);
        preformatted |= feed;
        put(leaf, content);
        if (feed) {
            endLine();
        }
    }

    private void begin(Element element) {
        String name = element.normalName();
        if (name.equals("br")) {
            lineBreak(element);
            return;
        }
        unseen += UNSEEN.contains(name) ? 1 : 0;
        Line.Mark found = QuoteMarkup.of(element);
        if (!INLINE.contains(name) || found != Line.Mark.NONE) {
            endLine();
        }
        marks.begin(name, found);
        text.begin(element);
        if (name.equals("img") && unseen == 0) {
            put(element, "\uFFFC");
        }
    }

    private void lineBreak(Element element) {
        put(element, "\n");
        endLine();
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element) || element.normalName().equals("br")) {
            return;
        }
        String name = element.normalName();
        text.end(element);
        if (!INLINE.contains(name) || marks.innermost() != Line.Mark.NONE) {
            endLine();
        }
        marks.end(name);
        unseen -= UNSEEN.contains(name) ? 1 : 0;
    }

    private void put(Node leaf, String content) {
        if (content.isEmpty()) {
            return;
        }
        if (seen.isEmpty()) {
            mark = marks.current();
        }
        lineOf.put(leaf, lines.size());
        seen.append(content);
    }

    private void endLine() {
        if (seen.isEmpty()) {
            return;
        }
        String written = seen.toString().replace('\n', ' ').replace('\r', ' ').replace('\u00a0', ' ');
        String stripped = preformatted ? written.stripTrailing() : written.strip();
        text.beginsAt(lines.size());
        lines.add(TextLines.line(written.strip().equals("--") ? delimiter(written) : stripped, marks.quotes(), mark));
        seen.setLength(0);
        preformatted = false;
    }

    private static String delimiter(String written) {
        return written.strip() + (written.stripLeading().length() > 2 ? " " : "");
    }
}
