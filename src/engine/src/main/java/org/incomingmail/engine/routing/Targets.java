package org.incomingmail.engine.routing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.ReplyToken;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiContent;

/** Finds what a message answers: signed reply address, the host's tracking headers, our Message-IDs. Never the subject. */
final class Targets {
    private final Wiki wiki;
    private final ReplyAddresses addresses;
    private final NotificationIds ids;

    Targets(Wiki wiki, ReplyAddresses addresses, NotificationIds ids) {
        this.wiki = wiki;
        this.addresses = addresses;
        this.ids = ids;
    }

    Target of(IncomingMessage message) {
        boolean altered = false;
        for (MailAddress recipient : message.recipients()) {
            Optional<ReplyToken> token = addresses.read(recipient.address());
            if (token.isPresent()) {
                return content(token.get().contentId(), token);
            }
            altered |= addresses.looksSigned(recipient.address());
        }
        if (altered) {
            return new Target.Refused(RoutingCode.TOKEN_INVALID, "");
        }
        Optional<WikiContent> tracked =
                wiki.contentOfHostNotification(message.headers().asMap());
        if (tracked.isPresent()) {
            return new Target.Found(tracked.get(), Optional.empty());
        }
        return byMessageId(message);
    }

    private Target byMessageId(IncomingMessage message) {
        for (String id : message.inReplyTo()) {
            OptionalLong content = ids.contentOf(id);
            if (content.isPresent()) {
                return content(content.getAsLong(), Optional.empty());
            }
        }
        List<String> references = message.references();
        for (int i = references.size() - 1; i >= 0; i--) {
            OptionalLong content = ids.contentOf(references.get(i));
            if (content.isPresent()) {
                return content(content.getAsLong(), Optional.empty());
            }
        }
        return new Target.None();
    }

    private Target content(long id, Optional<ReplyToken> token) {
        return wiki.content(id)
                .<Target>map(content -> new Target.Found(content, token))
                .orElseGet(() -> new Target.Refused(RoutingCode.TARGET_GONE, Long.toString(id)));
    }
}
