package org.incomingmail.dev.applinks.provider;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a token endpoint (RFC 6749 sections 5.1 and 5.2), or what a proxy or broken provider sent in its place.
 *
 * @param secrets what the request told the provider, not to be shown should it repeat them
 */
record TokenAnswer(String host, HTTPResponse response, String... secrets) {
    /** RFC 6749 section 5.1 leaves expires_in optional; an hour is what the large providers give. */
    private static final long DEFAULT_LIFETIME_SECONDS = 3600;

    private static final long LONGEST_LIFETIME_SECONDS = 10L * 366 * 24 * 3600;
    private static final int LONGEST_TOKEN = 40_000;
    private static final int TOO_MANY_REQUESTS = 429;

    Grant grant(List<String> requested, Instant now) throws ProviderRefusal, ProviderUnreachable {
        TokenResponse parsed = parsed();
        if (!parsed.indicatesSuccess()) {
            ErrorObject error = parsed.toErrorResponse().getErrorObject();
            if (error.getCode() == null) {
                throw noTokenEndpoint("JSON without an error code");
            }
            throw new ProviderRefusal(
                    ProviderWords.error(error.getCode(), "unknown_error"),
                    ProviderWords.description(description(), secrets));
        }
        Tokens tokens = parsed.toSuccessResponse().getTokens();
        AccessToken access = tokens.getAccessToken();
        RefreshToken refresh = tokens.getRefreshToken();
        if (access.getValue().length() > LONGEST_TOKEN
                || (refresh != null && refresh.getValue().length() > LONGEST_TOKEN)) {
            throw new ProviderUnreachable(host + " sent a token of more than " + LONGEST_TOKEN + " characters");
        }
        long lifetime = access.getLifetime() > 0 ? access.getLifetime() : DEFAULT_LIFETIME_SECONDS;
        // RFC 6749 section 5.1: no scope in the answer means the requested one
        List<String> scopes =
                access.getScope() == null ? requested : access.getScope().toStringList();
        return new Grant(
                access.getValue(),
                now.plusSeconds(Math.min(lifetime, LONGEST_LIFETIME_SECONDS)),
                refresh == null ? null : refresh.getValue(),
                scopes);
    }

    private TokenResponse parsed() throws ProviderUnreachable {
        int status = response.getStatusCode();
        if (status >= 300 && status < 400) {
            throw new ProviderUnreachable(host + " redirects its token endpoint elsewhere; enter the final address");
        }
        ContentType type = response.getEntityContentType();
        if (type == null || !type.getSubType().endsWith("json")) {
            throw noTokenEndpoint(type == null ? "no content type" : type.getType());
        }
        try {
            return TokenResponse.parse(response);
        } catch (ParseException | RuntimeException e) {
            // without the cause: its message may quote a token
            throw noTokenEndpoint("unexpected JSON");
        }
    }

    /** As sent: the library takes line breaks out, which runs words into each other. */
    private @Nullable String description() {
        try {
            return JSONObjectUtils.getString(response.getBodyAsJSONObject(), "error_description", null);
        } catch (ParseException e) {
            return null;
        }
    }

    private ProviderUnreachable noTokenEndpoint(String what) {
        int status = response.getStatusCode();
        return new ProviderUnreachable(
                status >= 500 || status == TOO_MANY_REQUESTS
                        ? host + " answers with HTTP " + status
                        : host + " does not answer as an OAuth 2.0 token endpoint (HTTP " + status + ", " + what + ")");
    }
}
