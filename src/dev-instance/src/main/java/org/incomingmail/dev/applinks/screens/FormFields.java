package org.incomingmail.dev.applinks.screens;

import java.util.Arrays;
import org.incomingmail.dev.applinks.links.LinkInput;
import org.incomingmail.dev.applinks.links.ProviderType;

/** What the form shows again of what was typed: everything but the secret. */
public record FormFields(
        String provider,
        String providerLabel,
        String name,
        String description,
        String cloud,
        String tenant,
        String clientId,
        String secretExpires,
        String scopes,
        String authorizationEndpoint,
        String tokenEndpoint,
        String issuer) {

    static FormFields of(LinkInput input) {
        return new FormFields(
                input.provider(),
                Arrays.stream(ProviderType.values())
                        .filter(type -> type.name().equals(input.provider()))
                        .map(ProviderType::label)
                        .findFirst()
                        .orElse(""),
                input.name(),
                input.description(),
                input.cloud(),
                input.tenant(),
                input.clientId(),
                input.secretExpires(),
                input.scopes(),
                input.authorizationEndpoint(),
                input.tokenEndpoint(),
                input.issuer());
    }
}
