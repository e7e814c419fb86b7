package org.incomingmail.engine.routing;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.ReplyToken;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;

/** Decides what a screened message becomes. Reads the wiki, changes nothing. Thread-safe. */
public final class Router {
    private final Wiki wiki;
    private final Targets targets;
    private final NewContent newContent;

    public Router(Wiki wiki, ReplyAddresses addresses, NotificationIds ids, InstantSource clock, ZoneId zone) {
        this.wiki = wiki;
        this.targets = new Targets(wiki, addresses, ids);
        this.newContent = new NewContent(wiki, new Titles(clock, zone));
    }

    /** Without routing rules. */
    public Decision decide(IncomingMessage message, MailServer server) {
        return decide(message, server, List.of());
    }

    /** @param rules for mail that answers nothing; the first that holds decides */
    public Decision decide(IncomingMessage message, MailServer server, List<RoutingRule> rules) {
        return decide(message, server, rules, Placement.none());
    }

    /** As an administrator chose; what was not chosen is decided as ever. Permissions are the author's. */
    public Decision decide(IncomingMessage message, MailServer server, List<RoutingRule> rules, Placement placement) {
        Optional<WikiUser> author = placement.author().or(() -> sender(message));
        if (author.isEmpty()) {
            return unknown(message);
        }
        if (placement.spaceKey().isPresent()) {
            return newContent.in(placement.spaceKey().get(), author.get(), message, server);
        }
        Target target = targets.of(message);
        if (target instanceof Target.Refused refused) {
            return reject(refused.code(), refused.argument());
        }
        return target instanceof Target.Found found
                ? reply(author.get(), found, placement.author().isPresent())
                : newContent.of(author.get(), message, server, rules);
    }

    /** The one user with the sender's address. */
    private Optional<WikiUser> sender(IncomingMessage message) {
        List<WikiUser> users = message.from().size() == 1
                ? wiki.usersByEmail(message.from().get(0).address())
                : List.of();
        return users.size() == 1 ? Optional.of(users.get(0)) : Optional.empty();
    }

    private Decision unknown(IncomingMessage message) {
        if (message.from().size() != 1) {
            return message.from().isEmpty()
                    ? reject(RoutingCode.SENDER_UNKNOWN, "")
                    : reject(RoutingCode.SENDER_AMBIGUOUS, message.from().get(0).address());
        }
        String sender = message.from().get(0).address();
        return reject(
                wiki.usersByEmail(sender).isEmpty() ? RoutingCode.SENDER_UNKNOWN : RoutingCode.SENDER_AMBIGUOUS,
                sender);
    }

    /** @param placed the author was chosen: whose reply address it was does not matter then */
    private Decision reply(WikiUser author, Target.Found target, boolean placed) {
        if (target.token().isPresent() && !placed) {
            ReplyToken token = target.token().get();
            if (!token.belongsTo(author.key())) {
                return reject(RoutingCode.TOKEN_MISMATCH, author.email());
            }
            if (token.expired()) {
                return reject(RoutingCode.TOKEN_EXPIRED, token.issued().toString());
            }
        }
        WikiContent content = target.content();
        boolean comment = content.kind() == WikiContent.Kind.COMMENT;
        if (comment && wiki.content(content.pageId()).isEmpty()) {
            return reject(RoutingCode.TARGET_GONE, Long.toString(content.pageId()));
        }
        if (!wiki.mayView(author, content.id()) || !wiki.mayComment(author, content.pageId())) {
            return reject(RoutingCode.NO_PERMISSION_COMMENT, author.username(), content.spaceKey());
        }
        return new Decision.Reply(author, content.pageId(), comment ? Optional.of(content.id()) : Optional.empty());
    }

    private static Decision reject(RoutingCode code, String... arguments) {
        return new Decision.Reject(code, List.of(arguments));
    }
}
