package org.incomingmail.engine.routing;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;
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
        if (message.from().size() != 1) {
            return message.from().isEmpty()
                    ? reject(RoutingCode.SENDER_UNKNOWN, "")
                    : reject(RoutingCode.SENDER_AMBIGUOUS, message.from().get(0).address());
        }
        MailAddress sender = message.from().get(0);
        List<WikiUser> users = wiki.usersByEmail(sender.address());
        if (users.size() != 1) {
            return reject(
                    users.isEmpty() ? RoutingCode.SENDER_UNKNOWN : RoutingCode.SENDER_AMBIGUOUS, sender.address());
        }
        WikiUser author = users.get(0);
        Target target = targets.of(message);
        if (target instanceof Target.Refused refused) {
            return reject(refused.code(), refused.argument());
        }
        return target instanceof Target.Found found
                ? reply(author, found)
                : newContent.of(author, message, server, rules);
    }

    private Decision reply(WikiUser author, Target.Found target) {
        if (target.token().isPresent()) {
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
