package org.incomingmail.engine.publishing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Makes lists of what Word and Outlook write instead: paragraphs that begin with a bullet or number of their own. */
final class WordLists {
    private static final Pattern ITEM = Pattern.compile("mso-list:\\s*l\\d+\\s+level(\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("^\\(?(?:\\d{1,4}|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]");
    private static final Pattern MARK = Pattern.compile("mso-list", Pattern.CASE_INSENSITIVE | Pattern.LITERAL);
    private static final int MOST_ITEMS = 5_000;

    private record Item(Element paragraph, int level, boolean numbered) {}

    private WordLists() {}

    /** Whether there may be any: looking for them in the tree takes long. */
    static boolean in(String html) {
        return MARK.matcher(html).find();
    }

    /** Changes the tree; markup of other programs stays as it is. */
    static void rebuild(Element body) {
        List<Element> paragraphs = new ArrayList<>(body.select("p[style*=mso-list]"));
        List<Item> run = new ArrayList<>();
        for (Element paragraph : paragraphs.subList(0, Math.min(paragraphs.size(), MOST_ITEMS))) {
            Item item = item(paragraph);
            boolean follows = !run.isEmpty() && follows(run.get(run.size() - 1).paragraph, paragraph);
            if (!follows || item == null) {
                nest(run);
                run.clear();
            }
            if (item != null) {
                run.add(item);
            }
        }
        nest(run);
    }

    private static @Nullable Item item(Element paragraph) {
        Matcher level = ITEM.matcher(paragraph.attr("style"));
        if (!level.find()) {
            return null;
        }
        Element bullet = bullet(paragraph);
        boolean numbered =
                bullet != null && NUMBER.matcher(bullet.text().strip()).find();
        return new Item(paragraph, Math.max(1, Integer.parseInt(level.group(1))), numbered);
    }

    private static @Nullable Element bullet(Element paragraph) {
        for (Element span : paragraph.select("span[style]")) {
            if (span.attr("style").toLowerCase(Locale.ROOT).replace(" ", "").contains("mso-list:ignore")) {
                return span;
            }
        }
        return null;
    }

    /** Nothing but white space and comments between them. */
    private static boolean follows(Element first, Element second) {
        Node at = first.nextSibling();
        while (at instanceof Comment || at instanceof TextNode text && text.isBlank()) {
            at = at.nextSibling();
        }
        return at == second;
    }

    private static void nest(List<Item> run) {
        if (run.isEmpty()) {
            return;
        }
        Deque<Element> lists = new ArrayDeque<>();
        for (Item item : run) {
            while (lists.size() > item.level || lists.size() == item.level && !sameKind(lists, item)) {
                lists.pop();
            }
            if (lists.isEmpty()) {
                Element list = list(item);
                item.paragraph.before(list);
                lists.push(list);
            }
            while (lists.size() < item.level) {
                Element last = lists.getFirst().lastElementChild();
                Element list = list(item);
                (last == null ? lists.getFirst().appendElement("li") : last).appendChild(list);
                lists.push(list);
            }
            Element bullet = bullet(item.paragraph);
            if (bullet != null) {
                bullet.remove();
            }
            Element entry = lists.getFirst().appendElement("li");
            for (Node child : List.copyOf(item.paragraph.childNodes())) {
                entry.appendChild(child);
            }
            item.paragraph.remove();
        }
    }

    private static boolean sameKind(Deque<Element> lists, Item item) {
        return lists.getFirst().normalName().equals(item.numbered ? "ol" : "ul");
    }

    private static Element list(Item item) {
        return new Element(item.numbered ? "ol" : "ul");
    }
}
