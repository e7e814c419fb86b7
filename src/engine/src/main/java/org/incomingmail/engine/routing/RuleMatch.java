package org.incomingmail.engine.routing;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;
import org.incomingmail.engine.screening.AddressPattern;
import org.incomingmail.engine.server.MailServer;

/**
 * A rule that holds for a message.
 *
 * @param values what place holders stand for: {1} to {9} and {tag}
 */
record RuleMatch(RoutingRule rule, Map<String, String> values) {
    private static final int LONGEST_SUBJECT = 1_000;
    private static final int MOST_REPETITIONS = 1_000;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,6})(?:,(\\d{1,6})?)?\\}");

    /** The first of the rules that holds. */
    static Optional<RuleMatch> first(List<RoutingRule> rules, IncomingMessage message, MailServer server) {
        return rules.stream()
                .filter(RoutingRule::enabled)
                .flatMap(rule -> of(rule, message, server).stream())
                .findFirst();
    }

    static Optional<RuleMatch> of(RoutingRule rule, IncomingMessage message, MailServer server) {
        Map<String, String> values = new HashMap<>();
        Optional<String> tag = Spaces.tag(message, server.toAddress());
        tag.ifPresent(value -> values.put("tag", value));
        boolean holds = recipient(rule.recipient(), message, tag)
                && sender(rule.sender(), message)
                && subject(rule, message, values);
        return holds ? Optional.of(new RuleMatch(rule, Map.copyOf(values))) : Optional.empty();
    }

    private static boolean recipient(String wanted, IncomingMessage message, Optional<String> tag) {
        if (wanted.isEmpty()) {
            return true;
        }
        if (wanted.startsWith("+")) {
            // a tag is looked at as if it were an address of a domain of its own
            AddressPattern pattern = new AddressPattern(wanted.substring(1) + "@tag.invalid");
            return tag.filter(given -> pattern.matches(given + "@tag.invalid")).isPresent();
        }
        return any(wanted, message.recipients());
    }

    private static boolean sender(String wanted, IncomingMessage message) {
        return wanted.isEmpty() || any(wanted, message.from());
    }

    private static boolean any(String wanted, List<MailAddress> addresses) {
        AddressPattern pattern = new AddressPattern(wanted);
        return addresses.stream().map(MailAddress::address).anyMatch(pattern::matches);
    }

    private static boolean subject(RoutingRule rule, IncomingMessage message, Map<String, String> values) {
        String subject = message.subject();
        String bounded = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
        if (rule.subject().isEmpty()) {
            return true;
        }
        if (rule.subjectTest() == RoutingRule.SubjectTest.CONTAINS) {
            return bounded.toLowerCase(Locale.ROOT).contains(rule.subject().toLowerCase(Locale.ROOT));
        }
        Matcher matcher = pattern(rule.subject()).matcher(bounded);
        if (!matcher.find()) {
            return false;
        }
        for (int group = 1; group <= Math.min(9, matcher.groupCount()); group++) {
            String found = matcher.group(group);
            values.put(Integer.toString(group), found == null ? "" : found);
        }
        return true;
    }

    /**
     * Case does not matter, as everywhere in rules.
     *
     * @throws PatternSyntaxException when it is none
     */
    static Pattern pattern(String regex) {
        long repetitions = 1;
        Matcher counts = COUNT.matcher(regex);
        while (counts.find()) {
            String most = counts.group(2) == null ? counts.group(1) : counts.group(2);
            repetitions *= Math.max(1, Long.parseLong(most));
            if (repetitions > MOST_REPETITIONS) {
                // RE2 writes counted repetitions out: nested ones would fill the memory
                throw new PatternSyntaxException("repetitions multiply to more than " + MOST_REPETITIONS, regex);
            }
        }
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** The text with its place holders filled in; unknown ones stay as they are. */
    String expand(String text, Map<String, String> more) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 1, close);
            String value = values.getOrDefault(name, more.get(name));
            out.append(text, from, open).append(value == null ? text.substring(open, close + 1) : value);
            from = close + 1;
        }
        return out.append(text, from, text.length()).toString();
    }
}
