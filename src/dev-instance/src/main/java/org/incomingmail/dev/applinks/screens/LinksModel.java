package org.incomingmail.dev.applinks.screens;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.incomingmail.dev.applinks.flow.AuthorizationFlow;
import org.incomingmail.dev.applinks.flow.RedirectUrl;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.OutgoingLinks;
import org.incomingmail.dev.applinks.provider.LinkProbe;
import org.incomingmail.dev.applinks.tokens.Tokens;

/** What the screens work on. */
public record LinksModel(
        OutgoingLinks links,
        Tokens tokens,
        AuthorizationFlow flow,
        LinkProbe probe,
        RedirectUrl redirectUrl,
        Clock clock) {

    List<LinkView> views() {
        return links.all().stream().map(this::view).toList();
    }

    LinkView view(OutgoingLink link) {
        return LinkView.of(link, tokens.ofLink(link.id()), clock);
    }

    /** The link that a request names. */
    Optional<OutgoingLink> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("id")).flatMap(links::find);
    }
}
