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

/** The lines of an HTML body as a reader sees them, and the line of each text and image. */
public final class HtmlLines implements NodeVisitor {
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "head", "title", "template", "svg", "math", "object", "iframe");
    private static final Set<String> INLINE = Set.of(
            "a", "b", "i", "u", "s", "em", "strong", "span", "font", "sub", "sup", "code", "tt", "small", "big", "del",
            "ins", "strike", "img", "o:p", "label", "abbr", "cite", "q", "kbd", "samp", "var", "mark", "time", "bdi",
            "bdo", "wbr");

    private final List<Line> lines = new ArrayList<>();
    private final Map<Node, Integer> lineOf = new IdentityHashMap<>();
    private final List<Line.Mark> marks = new ArrayList<>();
    private final StringBuilder seen = new StringBuilder();
    private final PlainText text = new PlainText();
    private int quotes;
    private int unseen;
    private int answeredBelow = -1; // the open container of a quotation whose block quote has ended
    private boolean restQuoted;
    private Line.Mark mark = Line.Mark.NONE;

    private HtmlLines() {}

    public static HtmlLines of(Element body) {
        HtmlLines lines = new HtmlLines();
        body.traverse(lines);
        lines.endLine();
        return lines;
    }

    public List<Line> lines() {
        return lines;
    }

    /** The lines as plain text. */
    List<String> text() {
        return text.lines(lines);
    }

    /** The line that a text or image stands in; -1 for what nobody sees. */
    public int lineOf(Node leaf) {
        return lineOf.getOrDefault(leaf, -1);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode leaf) {
            if (unseen == 0) {
                put(leaf, leaf.getWholeText());
            }
        } else if (node instanceof Element element) {
            begin(element);
        }
    }

    private void begin(Element element) {
        String name = element.normalName();
        if (UNSEEN.contains(name)) {
            unseen++;
        }
        Line.Mark found = QuoteMarkup.of(element);
        if (!INLINE.contains(name) || found != Line.Mark.NONE) {
            endLine();
        }
        if (found == Line.Mark.REST_IS_QUOTED) {
            restQuoted = true;
            found = Line.Mark.NONE;
        }
        marks.add(found);
        text.begin(element);
        if (name.equals("blockquote")) {
            quotes++;
        }
        if (name.equals("img") && unseen == 0) {
            put(element, "\uFFFC");
        }
        if (name.equals("br")) {
            lineOf.put(element, lines.size());
            seen.append('\n');
            endLine();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        text.end(element);
        Line.Mark ended = marks.remove(marks.size() - 1);
        if (!INLINE.contains(name) || ended != Line.Mark.NONE) {
            endLine();
        }
        if (name.equals("blockquote") && quotes == 1) {
            answeredBelow = marks.lastIndexOf(Line.Mark.QUOTED);
        } else if (answeredBelow >= marks.size()) {
            answeredBelow = -1;
        }
        unseen -= UNSEEN.contains(name) ? 1 : 0;
        quotes -= name.equals("blockquote") ? 1 : 0;
    }

    private void put(Node leaf, String content) {
        if (content.isEmpty()) {
            return;
        }
        if (seen.isEmpty()) {
            mark = current();
        }
        lineOf.put(leaf, lines.size());
        seen.append(content);
    }

    /** Inside of a quotation's container what is not in a block quote is the attribution, or an answer. */
    private Line.Mark current() {
        if (restQuoted) {
            return Line.Mark.REST_IS_QUOTED;
        }
        int container = marks.lastIndexOf(Line.Mark.QUOTED);
        if (container >= 0 && container != answeredBelow) {
            return Line.Mark.QUOTED;
        }
        return marks.contains(Line.Mark.SIGNATURE) ? Line.Mark.SIGNATURE : Line.Mark.NONE;
    }

    private void endLine() {
        if (seen.isEmpty()) {
            return;
        }
        String written = seen.toString().replace('\n', ' ').replace('\r', ' ').replace('\u00a0', ' ');
        String line = written.equals("-- ") ? written : written.strip();
        text.beginsAt(lines.size());
        lines.add(new Line(line, quotes, mark));
        seen.setLength(0);
    }
}
