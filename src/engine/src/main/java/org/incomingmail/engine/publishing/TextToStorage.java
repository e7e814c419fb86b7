package org.incomingmail.engine.publishing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.publishing.TextLists.Item;
import org.incomingmail.engine.reply.Line;
import org.jspecify.annotations.Nullable;

/** Writes plain text: paragraphs, quotations, lists, links, and tables with their columns kept. */
final class TextToStorage {
    private static final Pattern SPECIAL = Pattern.compile(
            "\\[cid:([^\\]\\s]{1,200})\\]|<?\\b((?:https?|ftp)://[^\\s<>\"\\u3000-\\u303F\\uFF00-\\uFFEF]+|mailto:[^\\s<>\"]+|www\\.[^\\s<>\"]+\\.[^\\s<>\"]+)>?");
    private static final int DEEPEST = 20;
    private static final int LONGEST_SEARCHED = 20_000;

    private final Flow flow = new Flow();
    private final Images images;
    private int depth;
    private boolean drawn;
    private boolean list;

    TextToStorage(Images images) {
        this.images = images;
    }

    String write(List<Line> lines) {
        boolean[] tables = DrawnTables.in(lines);
        @Nullable Item[] items = TextLists.in(lines);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.text().isBlank() && line.depth() == 0) {
                blank(lines, items, i);
                continue;
            }
            Item item = tables[i] ? null : items[i];
            if (!tables[i] || line.depth() != depth) {
                endDrawn();
            }
            if (item == null || line.depth() != depth || item.begins() && item.number() == 0) {
                endList();
            }
            quoteTo(Math.min(line.depth(), DEEPEST));
            if (item != null) {
                listed(item);
                continue;
            }
            if (tables[i] && !drawn) {
                flow.openText("pre");
                drawn = true;
            }
            line(line.text());
            flow.edge();
        }
        endDrawn();
        endList();
        quoteTo(0);
        return flow.storageFormat();
    }

    private void blank(List<Line> lines, @Nullable Item[] items, int at) {
        endDrawn();
        Item next = at + 1 < items.length ? items[at + 1] : null;
        if (list && next != null && next.number() > 0) {
            return;
        }
        endList();
        if (!answerFollows(lines, at)) {
            quoteTo(0);
        }
        flow.paragraph();
    }

    /** An empty line inside of a quotation does not end it. */
    private boolean answerFollows(List<Line> lines, int at) {
        return depth > 0 && at + 1 < lines.size() && lines.get(at + 1).depth() == depth;
    }

    private void listed(Item item) {
        if (item.begins()) {
            if (!list) {
                flow.openParagraphs(item.tag());
                list = true;
            } else {
                flow.close();
            }
            flow.openText("li");
        }
        line(item.text());
        flow.edge();
    }

    private void endList() {
        if (list) {
            flow.close();
            flow.close();
            list = false;
        }
    }

    private void endDrawn() {
        if (drawn) {
            flow.close();
            drawn = false;
        }
    }

    private void quoteTo(int wanted) {
        while (depth > wanted) {
            flow.close();
            depth--;
        }
        while (depth < wanted) {
            flow.openParagraphs("blockquote");
            depth++;
        }
    }

    private void line(String text) {
        if (drawn || text.length() > LONGEST_SEARCHED) {
            flow.verbatim(text);
            return;
        }
        String readable = indented(text);
        Matcher special = SPECIAL.matcher(readable);
        int at = 0;
        while (special.find()) {
            put(readable.substring(at, special.start()));
            at = special.group(1) == null ? link(readable, special) : image(special);
        }
        put(readable.substring(at));
    }

    private void put(String text) {
        if (!text.isEmpty()) {
            flow.verbatim(text);
        }
    }

    private int image(Matcher special) {
        Optional<String> shown = images.show("cid:" + special.group(1), "", "");
        flow.inline(shown.orElseGet(() -> new XmlText().text(special.group()).toString()));
        return special.end();
    }

    /** Links the address but not the full stop or bracket behind it; gives where the text goes on. */
    private int link(String text, Matcher special) {
        String address = special.group(2);
        int length = address.length();
        while (length > 0 && ".,;:!?'*_)]}".indexOf(address.charAt(length - 1)) >= 0 && !closes(address, length)) {
            length--;
        }
        String shown = address.substring(0, length);
        Optional<String> href = Links.safe(shown.startsWith("www.") ? "http://" + shown : shown);
        boolean bracketed = special.group().startsWith("<") && special.group().endsWith(">");
        int end = bracketed ? special.end() : special.start(2) + length;
        put(bracketed ? "" : text.substring(special.start(), special.start(2)));
        if (href.isPresent()) {
            flow.push(new Mark("a", "href", href.get()));
            put(shown);
            flow.pop();
        } else {
            put(shown);
        }
        return end;
    }

    /** A bracket that was opened inside of the address belongs to it. */
    private static boolean closes(String address, int length) {
        return address.charAt(length - 1) == ')' && address.lastIndexOf('(', length - 1) > 0;
    }

    /** Leading blanks and gaps stay visible. */
    private static String indented(String text) {
        String tabs = text.replace("\t", "    ").stripTrailing();
        if (!tabs.startsWith(" ") && !tabs.contains("  ")) {
            return tabs;
        }
        String gaps = tabs.replace("  ", "\u00a0 ");
        return gaps.startsWith(" ") ? "\u00a0" + gaps.substring(1) : gaps;
    }
}
