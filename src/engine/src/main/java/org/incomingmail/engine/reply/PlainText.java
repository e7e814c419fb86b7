package org.incomingmail.engine.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What stands in front of the lines of an HTML body when they are written as plain text. */
final class PlainText {
    private static final Set<String> APART =
            Set.of("p", "ul", "ol", "dl", "table", "pre", "h1", "h2", "h3", "h4", "h5", "h6");

    private final Map<Integer, String> before = new HashMap<>();
    private final Map<Element, Integer> numbers = new IdentityHashMap<>();
    private String pending = "";

    void begin(Element element) {
        String name = element.normalName();
        if (apart(element)) {
            pending = "\n";
        } else if (name.equals("li")) {
            boolean numbered =
                    element.parent() != null && element.parent().normalName().equals("ol");
            pending += numbered ? number(element) + ". " : "- ";
        }
    }

    void end(Element element) {
        if (apart(element)) {
            pending = "\n";
        }
    }

    void beginsAt(int line) {
        if (!pending.isEmpty()) {
            before.put(line, pending);
            pending = "";
        }
    }

    List<String> lines(List<Line> lines) {
        List<String> written = new ArrayList<>(lines.size());
        boolean gap = true;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String front = before.getOrDefault(i, "");
            String quote = "> ".repeat(Math.min(line.depth(), 20));
            String own = front.startsWith("\n") ? front.substring(1) : front;
            boolean apart = front.startsWith("\n") && !gap && !line.blank();
            written.add((apart ? quote.stripTrailing() + "\n" : "")
                    + quote
                    + own
                    + line.text().replace("\uFFFC", ""));
            gap = line.blank();
        }
        return written;
    }

    private static boolean apart(Element element) {
        return APART.contains(element.normalName()) && !element.className().startsWith("Mso");
    }

    private int number(Element item) {
        return numbers.merge(Objects.requireNonNull(item.parent()), 1, Integer::sum);
    }
}
