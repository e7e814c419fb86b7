package org.incomingmail.engine.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.jspecify.annotations.Nullable;

/** Finds the place of mail that answers nothing: by rule, by plus tag, by the mail server's default space. */
final class NewContent {
    private static final int MOST_PEOPLE = 50;

    private final Wiki wiki;
    private final Titles titles;

    NewContent(Wiki wiki, Titles titles) {
        this.wiki = wiki;
        this.titles = titles;
    }

    Decision of(WikiUser author, IncomingMessage message, MailServer server, List<RoutingRule> rules) {
        Optional<RuleMatch> match = RuleMatch.first(rules, message, server);
        if (match.isEmpty()) {
            return unruled(author, message, server);
        }
        RoutingRule rule = match.get().rule();
        return switch (rule.action()) {
            case REJECT -> reject(RoutingCode.RULE_REJECTED, rule.name());
            case HOLD ->
                new Decision.Hold(RoutingCode.RULE_HELD, List.of(rule.name()), unruled(author, message, server));
            case PAGE, BLOG_POST -> ruled(author, message, server, match.get());
        };
    }

    /** In a space that somebody chose, without rules. */
    Decision in(String space, WikiUser author, IncomingMessage message, MailServer server) {
        return place(author, message, server, Optional.of(space), null, "", Decision.Extras.none());
    }

    private Decision ruled(WikiUser author, IncomingMessage message, MailServer server, RuleMatch match) {
        RoutingRule rule = match.rule();
        Map<String, String> values = titles.values(message);
        String space = match.expand(rule.space(), values).strip();
        String wanted = match.expand(rule.title(), values);
        Decision.Extras extras = extras(rule, author, message);
        return space.isEmpty()
                ? place(author, message, server, usual(message, server), rule.parentPageId(), wanted, extras)
                : place(author, message, server, Optional.of(space), rule.parentPageId(), wanted, extras);
    }

    private Decision unruled(WikiUser author, IncomingMessage message, MailServer server) {
        return place(author, message, server, usual(message, server), null, "", Decision.Extras.none());
    }

    private static Optional<String> usual(IncomingMessage message, MailServer server) {
        return Spaces.tag(message, server.toAddress())
                .or(() -> Optional.ofNullable(server.publishing().defaultSpaceKey()))
                .filter(key -> !key.isBlank());
    }

    private Decision place(
            WikiUser author,
            IncomingMessage message,
            MailServer server,
            Optional<String> wanted,
            @Nullable Long ruledParent,
            String title,
            Decision.Extras extras) {
        if (wanted.isEmpty()) {
            return reject(RoutingCode.NO_SPACE, server.name());
        }
        Optional<String> space = wiki.spaceKey(wanted.get());
        if (space.isEmpty()) {
            return reject(RoutingCode.SPACE_UNKNOWN, wanted.get());
        }
        String key = space.get();
        if (!(extras.blogPost() ? wiki.mayCreateBlogPost(author, key) : wiki.mayCreatePage(author, key))) {
            return reject(RoutingCode.NO_PERMISSION_PAGE, author.username(), key);
        }
        Optional<Long> parent = Optional.ofNullable(ruledParent).or(() -> defaultParent(server, key));
        Optional<Long> usable = parent.filter(id -> !extras.blogPost() && isPageOf(id, key));
        String free = titles.of(
                title,
                message,
                taken -> extras.blogPost() ? wiki.blogTitleTaken(key, taken) : wiki.titleTaken(key, taken));
        return new Decision.NewPage(author, key, usable, free, extras);
    }

    private static Optional<Long> defaultParent(MailServer server, String key) {
        return key.equalsIgnoreCase(server.publishing().defaultSpaceKey())
                ? Optional.ofNullable(server.publishing().parentPageId())
                : Optional.empty();
    }

    private boolean isPageOf(long id, String key) {
        return wiki.content(id)
                .filter(page ->
                        page.kind() == WikiContent.Kind.PAGE && page.spaceKey().equals(key))
                .isPresent();
    }

    private Decision.Extras extras(RoutingRule rule, WikiUser author, IncomingMessage message) {
        List<WikiUser> people = rule.people() == RoutingRule.People.NOTHING ? List.of() : people(author, message);
        boolean watch = rule.people() == RoutingRule.People.WATCH;
        return new Decision.Extras(
                rule.action() == RoutingRule.Action.BLOG_POST,
                rule.labels(),
                watch ? people : List.of(),
                watch ? List.of() : people);
    }

    /** Users whom the sender wrote to as well: they knew the mail before. */
    private List<WikiUser> people(WikiUser author, IncomingMessage message) {
        List<WikiUser> people = new ArrayList<>();
        for (MailAddress recipient :
                message.recipients().stream().limit(MOST_PEOPLE).toList()) {
            List<WikiUser> users = wiki.usersByEmail(recipient.address());
            if (users.size() == 1 && !users.get(0).equals(author) && !people.contains(users.get(0))) {
                people.add(users.get(0));
            }
        }
        return people;
    }

    private static Decision reject(RoutingCode code, String... arguments) {
        return new Decision.Reject(code, List.of(arguments));
    }
}
