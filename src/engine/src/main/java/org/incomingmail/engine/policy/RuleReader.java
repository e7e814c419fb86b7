package org.incomingmail.engine.policy;

import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.routing.RoutingRule;
import org.incomingmail.engine.routing.RuleTexts;
import org.incomingmail.engine.screening.AddressPattern;
import org.incomingmail.engine.server.ServerCode;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;
import org.jspecify.annotations.Nullable;

/** Reads one routing rule. */
final class RuleReader {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_REGEX = 500;

    private final Optional<Wiki> wiki;

    /** @param wiki empty checks neither spaces nor pages */
    RuleReader(Optional<Wiki> wiki) {
        this.wiki = wiki;
    }

    RoutingRule read(PolicyInput input, String prefix) {
        String name = input.text(prefix + "name", LONGEST_NAME);
        if (name.isEmpty()) {
            input.reject(prefix + "name", ServerCode.REQUIRED);
        }
        RoutingRule.SubjectTest test =
                input.choice(prefix + "subjectTest", RoutingRule.SubjectTest.class, RoutingRule.SubjectTest.CONTAINS);
        String subject = input.text(prefix + "subject", LONGEST_REGEX);
        if (test == RoutingRule.SubjectTest.REGEX) {
            RuleTexts.problem(subject)
                    .ifPresent(problem -> input.reject(prefix + "subject", PolicyCode.REGEX, problem));
        }
        RoutingRule.Action action = input.choice(prefix + "action", RoutingRule.Action.class, RoutingRule.Action.PAGE);
        String space = space(input, prefix + "space");
        return new RoutingRule(
                name,
                input.yes(prefix + "enabled", true),
                recipient(input, prefix + "recipient"),
                sender(input, prefix + "sender"),
                test,
                subject,
                action,
                space,
                parent(input, prefix + "parentPageId", space),
                labels(input, prefix + "labels"),
                input.text(prefix + "title", LONGEST_TEXT),
                input.choice(prefix + "people", RoutingRule.People.class, RoutingRule.People.NOTHING));
    }

    private static String recipient(PolicyInput input, String path) {
        String entry = input.text(path, LONGEST_TEXT);
        String asAddress = entry.startsWith("+") ? entry.substring(1) + "@tag.invalid" : entry;
        if (!entry.isEmpty() && !AddressPattern.valid(asAddress)) {
            input.reject(path, PolicyCode.RECIPIENT_PATTERN, entry);
        }
        return entry;
    }

    private static String sender(PolicyInput input, String path) {
        String entry = input.text(path, LONGEST_TEXT);
        if (!entry.isEmpty() && !AddressPattern.valid(entry)) {
            input.reject(path, PolicyCode.SENDER_PATTERN, entry);
        }
        return entry;
    }

    /** A key with place holders can be checked only when a message fills them in. */
    private String space(PolicyInput input, String path) {
        String entry = input.text(path, LONGEST_TEXT);
        if (!entry.isEmpty()
                && entry.indexOf('{') < 0
                && wiki.isPresent()
                && wiki.get().spaceKey(entry).isEmpty()) {
            input.reject(path, ServerCode.SPACE_UNKNOWN, entry);
        }
        return entry;
    }

    private @Nullable Long parent(PolicyInput input, String path, String space) {
        String entry = input.text(path, 20);
        if (entry.isEmpty()) {
            return null;
        }
        if (!entry.matches("\\d{1,18}")) {
            input.reject(path, ServerCode.NUMBER);
            return null;
        }
        long id = Long.parseLong(entry);
        wiki.ifPresent(known -> checkPage(input, path, space, id, known));
        return id;
    }

    private static void checkPage(PolicyInput input, String path, String space, long id, Wiki wiki) {
        Optional<WikiContent> page = wiki.content(id).filter(found -> found.kind() == WikiContent.Kind.PAGE);
        if (page.isEmpty()) {
            input.reject(path, ServerCode.PAGE_UNKNOWN, id);
        } else if (!space.isEmpty()
                && space.indexOf('{') < 0
                && !page.get().spaceKey().equalsIgnoreCase(space)) {
            input.reject(path, ServerCode.PAGE_ELSEWHERE, page.get().spaceKey());
        }
    }

    /** What Confluence allows in a label. */
    private static List<String> labels(PolicyInput input, String path) {
        List<String> labels = input.lines(path);
        labels.stream()
                .filter(label -> !label.matches("[^\\s:;,.?&\\[\\]()#^*@!~<>/\\\\\"']{1,100}"))
                .findFirst()
                .ifPresent(label -> input.reject(path, PolicyCode.LABEL, label));
        return labels;
    }
}
