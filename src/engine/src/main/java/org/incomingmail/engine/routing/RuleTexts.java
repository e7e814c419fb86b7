package org.incomingmail.engine.routing;

import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.server.MailServer;

/** What can be said of rules before and beside their use. */
public final class RuleTexts {
    private RuleTexts() {}

    /** The name of the first rule that holds for a message. */
    public static Optional<String> matching(List<RoutingRule> rules, IncomingMessage message, MailServer server) {
        return RuleMatch.first(rules, message, server).map(match -> match.rule().name());
    }

    /** What is wrong with a regular expression. */
    public static Optional<String> problem(String regex) {
        try {
            RuleMatch.pattern(regex);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription() + ": " + e.getPattern());
        }
    }
}
