package org.incomingmail.engine.publishing;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes the parts of an HTML tree that are on the list, and only as the list says. */
final class HtmlToStorage {
    private static final int MOST_NODES = 100_000;
    private static final int DEEPEST = 150;
    private static final int DEEPEST_MARKS = 12;

    private final Flow flow;
    private final Images images;
    private final Predicate<Node> included;
    private int nodes;

    /** @param included what is to be written: leaves, and the elements that hold any such */
    HtmlToStorage(Flow flow, Images images, Predicate<Node> included) {
        this.flow = flow;
        this.images = images;
        this.included = included;
    }

    void children(Element element, int depth) {
        for (Node child : element.childNodes()) {
            if (nodes++ > MOST_NODES) {
                return;
            }
            if (!included.test(child)) {
                continue;
            }
            if (child instanceof TextNode text) {
                text(text);
            } else if (child instanceof Element inner) {
                element(inner, depth + 1);
            }
        }
    }

    boolean includes(Node node) {
        return included.test(node);
    }

    /** Writes one element by itself. */
    void only(Element element, int depth) {
        element(element, depth);
    }

    private void text(TextNode node) {
        String text = node.getWholeText();
        if (!flow.preformatted() && !preWrapped(node)) {
            flow.text(text);
            return;
        }
        String[] lines = text.replace("\r", "").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                flow.lineBreak();
            }
            if (!lines[i].isEmpty()) {
                flow.verbatim(lines[i]);
            }
        }
    }

    private static boolean preWrapped(TextNode node) {
        return node.parentNode() instanceof Element parent
                && parent.attr("style").contains("pre-wrap");
    }

    private void element(Element element, int depth) {
        Allowed allowed = Allowed.of(element);
        if (depth > DEEPEST) {
            flow.text(element.text());
            return;
        }
        switch (allowed) {
            case NOTHING -> {}
            case LINE_BREAK -> flow.lineBreak();
            case RULE -> flow.block("<hr />");
            case IMAGE -> image(element);
            case LINK -> link(element, depth);
            case MARK -> marked(Mark.of(Allowed.markOf(element)), element, depth);
            case LINE -> line(element, depth);
            case PARAGRAPH -> {
                flow.paragraph();
                children(element, depth);
                flow.paragraph();
            }
            case TEXT_BLOCK -> block(element, depth);
            case PARAGRAPH_BLOCK -> {
                flow.openParagraphs(element.normalName());
                children(element, depth);
                flow.close();
            }
            case LIST -> new ListWriter(flow, this).write(element, depth);
            case TABLE -> new TableWriter(flow, this).write(element, depth);
            case SHOWN_AS_TEXT -> {
                flow.text("<" + element.tagName() + ">");
                children(element, depth);
                flow.text("</" + element.tagName() + ">");
            }
            case CHILDREN -> coloured(element, depth);
        }
    }

    private void block(Element element, int depth) {
        flow.openText(element.normalName());
        children(element, depth);
        flow.close();
    }

    private void line(Element element, int depth) {
        flow.edge();
        if (Allowed.blankLine(element)) {
            flow.paragraph();
            return;
        }
        coloured(element, depth);
        flow.edge();
    }

    private void coloured(Element element, int depth) {
        Optional<String> colour = element.hasAttr("style")
                ? Colours.ofStyle(element.attr("style"))
                : element.normalName().equals("font") ? Colours.of(element.attr("color")) : Optional.empty();
        if (colour.isEmpty()) {
            children(element, depth);
        } else {
            marked(new Mark("span", "style", colour.get()), element, depth);
        }
    }

    private void marked(Mark mark, Element element, int depth) {
        boolean room = flow.markDepth() < DEEPEST_MARKS;
        if (room) {
            flow.push(mark);
        }
        children(element, depth);
        if (room) {
            flow.pop();
        }
    }

    private void link(Element element, int depth) {
        Optional<String> address = Links.safe(element.attr("href"));
        if (address.isEmpty() || element.parents().is("a")) {
            children(element, depth);
        } else {
            marked(new Mark("a", "href", address.get()), element, depth);
        }
    }

    /** Our own image in its place, any other as a link: nothing is ever loaded from elsewhere. */
    private void image(Element image) {
        String source = image.attr("src");
        String alt = image.attr("alt").strip();
        Optional<String> ours = images.show(source, alt, image.attr("width").strip());
        if (ours.isPresent()) {
            flow.inline(ours.get());
            return;
        }
        Optional<String> address =
                Links.safe(source).filter(at -> at.toLowerCase(Locale.ROOT).startsWith("http"));
        if (address.isPresent() && !Allowed.tracker(image)) {
            XmlText link = new XmlText().open("a", "href", address.get()).text(alt.isEmpty() ? "[image]" : alt);
            flow.inline(
                    image.closest("a") == null
                            ? link.close().toString()
                            : new XmlText().text(alt).toString());
        } else if (!alt.isEmpty()) {
            flow.text(alt);
        }
    }
}
