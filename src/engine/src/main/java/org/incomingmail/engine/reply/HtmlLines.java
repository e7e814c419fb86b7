package org.incomingmail.engine.reply;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The lines of an HTML body as a reader sees them, and the line of each text and image. */
public final class HtmlLines {
    private final List<Line> lines;
    private final List<String> text;
    private final Map<Node, Integer> lineOf;

    HtmlLines(List<Line> lines, List<String> text, Map<Node, Integer> lineOf) {
        this.lines = lines;
        this.text = text;
        this.lineOf = lineOf;
    }

    /** Texts that hold several preformatted lines are split in the tree itself, so that each has its own line. */
    public static HtmlLines of(Element body) {
        Preformatted.split(body);
        LineCollector collector = new LineCollector();
        body.traverse(collector);
        return collector.collected();
    }

    public List<Line> lines() {
        return lines;
    }

    /** The lines as plain text. */
    List<String> text() {
        return text;
    }

    /** The line that a text or image stands in; -1 for what nobody sees. */
    public int lineOf(Node leaf) {
        return lineOf.getOrDefault(leaf, -1);
    }
}
