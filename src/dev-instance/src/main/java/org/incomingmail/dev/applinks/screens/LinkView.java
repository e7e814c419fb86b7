package org.incomingmail.dev.applinks.screens;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.incomingmail.dev.applinks.links.MicrosoftEndpoints;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.links.ProviderType;
import org.incomingmail.dev.applinks.links.SecretReminder;
import org.incomingmail.dev.applinks.tokens.Holder;
import org.incomingmail.dev.applinks.tokens.StoredToken;

/**
 * An outgoing link as the screens show it.
 *
 * @param inUse how many tokens apps have stored for it
 * @param working how many of all its tokens can be refreshed
 * @param reminder about the client secret; empty while there is time
 */
public record LinkView(
        String id,
        String name,
        String description,
        String provider,
        String cloud,
        String clientId,
        List<String> scopes,
        String authorizationEndpoint,
        String tokenEndpoint,
        String issuer,
        String secretExpires,
        String reminder,
        boolean reminderUrgent,
        List<ConsentView> consents,
        int inUse,
        int working) {

    static LinkView of(OutgoingLink link, List<StoredToken> tokens, Clock clock) {
        SecretReminder reminder = SecretReminder.of(link.secretExpires(), LocalDate.now(clock));
        List<ConsentView> consents =
                tokens.stream().map(token -> ConsentView.of(token, clock)).toList();
        return new LinkView(
                link.id(),
                link.name(),
                link.description(),
                link.type().label(),
                cloud(link),
                link.clientId(),
                link.requestedScopes(),
                link.getAuthorizationEndpoint(),
                link.getTokenEndpoint(),
                link.issuer() == null ? "" : link.issuer(),
                link.secretExpires() == null ? "" : String.valueOf(link.secretExpires()),
                reminder.text(),
                reminder.urgency().compareTo(SecretReminder.Urgency.WEEK) >= 0,
                consents,
                (int) tokens.stream()
                        .filter(token -> token.holder() != Holder.LINK)
                        .count(),
                (int) consents.stream()
                        .filter(each -> each.state().equals("success"))
                        .count());
    }

    private static String cloud(OutgoingLink link) {
        Optional<MicrosoftEndpoints> known = link.type() == ProviderType.MICROSOFT
                ? MicrosoftEndpoints.of(link.authorizationEndpoint(), link.tokenEndpoint())
                : Optional.empty();
        return known.map(found -> found.cloud().label() + ", " + found.tenant()).orElse("");
    }
}
