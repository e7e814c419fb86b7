package org.incomingmail.engine.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where mail that begins something new goes. The conditions that are not empty must all hold.
 *
 * @param recipient an address, with {@code *} for any characters, or {@code +tag} for a plus tag of the mailbox
 * @param sender an address, a domain, or {@code .domain} for its sub-domains; {@code *} for any characters
 * @param subject what the subject must contain, or the regular expression that must be found in it
 * @param space key, with place holders; empty for the mail server's own choice
 * @param title with place holders; empty for the subject
 * @param people what becomes of users among the other recipients
 */
public record RoutingRule(
        String name,
        boolean enabled,
        String recipient,
        String sender,
        SubjectTest subjectTest,
        String subject,
        Action action,
        String space,
        @Nullable Long parentPageId,
        List<String> labels,
        String title,
        People people) {

    public RoutingRule {
        labels = List.copyOf(labels);
    }

    /** How the subject is looked at; regular expressions are RE2's, whose time grows with the length only. */
    public enum SubjectTest {
        CONTAINS,
        REGEX
    }

    /** What becomes of the mail. */
    public enum Action {
        PAGE,
        BLOG_POST,
        HOLD,
        REJECT
    }

    /** What becomes of users among the other recipients. */
    public enum People {
        NOTHING,
        /** They watch what was created. */
        WATCH,
        /** They get a mail with a link to it. */
        SHARE
    }
}
