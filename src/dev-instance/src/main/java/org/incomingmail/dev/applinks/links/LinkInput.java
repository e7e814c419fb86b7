package org.incomingmail.dev.applinks.links;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link as an administrator typed it. For Microsoft a cloud and a tenant may stand for the endpoints.
 *
 * @param cloud a {@link MicrosoftCloud}, or empty where the endpoints are entered themselves
 * @param clientSecret empty keeps the stored one
 * @param secretExpires a date as ISO 8601, or empty
 */
public record LinkInput(
        String provider,
        String name,
        String description,
        String cloud,
        String tenant,
        String clientId,
        String clientSecret,
        String secretExpires,
        String scopes,
        String authorizationEndpoint,
        String tokenEndpoint,
        String issuer) {

    /** The form for a new link: what is known of the provider is filled in. */
    public static LinkInput prefilled(ProviderType type) {
        boolean microsoft = type == ProviderType.MICROSOFT;
        return new LinkInput(
                type.name(),
                "",
                "",
                microsoft ? MicrosoftCloud.WORLDWIDE.name() : "",
                microsoft ? "common" : "",
                "",
                "",
                "",
                String.join("\n", type.scopes()),
                type.authorizationEndpoint(),
                type.tokenEndpoint(),
                "");
    }

    /** The form for a link that exists. */
    public static LinkInput of(OutgoingLink link) {
        Optional<MicrosoftEndpoints> microsoft = link.type() == ProviderType.MICROSOFT
                ? MicrosoftEndpoints.of(link.authorizationEndpoint(), link.tokenEndpoint())
                : Optional.empty();
        return new LinkInput(
                link.type().name(),
                link.name(),
                link.description(),
                microsoft.map(found -> found.cloud().name()).orElse(""),
                microsoft.map(MicrosoftEndpoints::tenant).orElse(""),
                link.clientId(),
                "",
                text(link.secretExpires()),
                String.join("\n", link.scopes()),
                text(link.authorizationEndpoint()),
                text(link.tokenEndpoint()),
                text(link.issuer()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof URI uri ? uri.toString() : String.valueOf(value);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "LinkInput[" + name + "]";
    }
}
