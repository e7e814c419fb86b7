package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks a person for.
 *
 * @param prompts how to treat the person (OpenID Connect Core section 3.1.2.1)
 * @param offline whether a refresh token is wanted
 */
record AuthorizeRequest(
        RegisteredClient client,
        URI redirectUri,
        @Nullable State state,
        CodeChallenge challenge,
        List<String> scopes,
        Set<String> prompts,
        boolean offline) {}
