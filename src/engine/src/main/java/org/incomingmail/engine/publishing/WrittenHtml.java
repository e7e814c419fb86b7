package org.incomingmail.engine.publishing;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.incomingmail.engine.reply.HtmlLines;
import org.incomingmail.engine.reply.Part;
import org.incomingmail.engine.reply.ReplySplit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Text that came as HTML. */
final class WrittenHtml implements Written {
    private final Element body;
    private final String subject;

    WrittenHtml(String html, String subject) {
        this.subject = subject;
        this.body = Jsoup.parse(html).body();
        if (WordLists.in(html)) {
            WordLists.rebuild(body);
        }
    }

    @Override
    public boolean isBlank() {
        return !body.hasText() && body.selectFirst("img") == null;
    }

    @Override
    public String whole(Images images) {
        return write(images, node -> true);
    }

    @Override
    public String reply(Images images, Wording wording) {
        HtmlLines lines = HtmlLines.of(body);
        List<Part> parts = ReplySplit.parts(lines.lines(), subject);
        if (parts.stream().allMatch(part -> part == Part.VISIBLE)) {
            return whole(images);
        }
        String reply = write(images, part(lines, line -> parts.get(line) == Part.VISIBLE));
        String trimmed = write(images, part(lines, line -> parts.get(line) != Part.VISIBLE));
        return trimmed.isEmpty() ? reply : reply + Written.expand(wording.trimmedContent(), trimmed);
    }

    private String write(Images images, Predicate<Node> included) {
        Flow flow = new Flow();
        new HtmlToStorage(flow, images, included).children(body, 0);
        return flow.storageFormat();
    }

    /** The leaves in the wanted lines, and all that holds one of them. */
    private Predicate<Node> part(HtmlLines lines, IntPredicate wanted) {
        Set<Node> included = Collections.newSetFromMap(new IdentityHashMap<>());
        body.traverse((node, depth) -> {
            int line = lines.lineOf(node);
            if (line >= 0 && wanted.test(line)) {
                for (Node at = node; at != null && included.add(at); at = at.parentNode()) {
                    // up to the first that is in already
                }
            }
        });
        return included::contains;
    }
}
