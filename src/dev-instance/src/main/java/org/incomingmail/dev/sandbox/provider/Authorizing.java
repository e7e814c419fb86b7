package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.OIDCError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.dev.sandbox.provider.AuthorizeReading.Result;
import org.jspecify.annotations.Nullable;

/** Answers authorization requests; every answer names its issuer (RFC 9207). */
final class Authorizing {
    private final AuthorizeReading reading;
    private final Grants grants;
    private final Codes codes;
    private final Issuer issuer;
    private final Faults faults;

    Authorizing(AuthorizeReading reading, Grants grants, Codes codes, Issuer issuer, Faults faults) {
        this.reading = reading;
        this.grants = grants;
        this.codes = codes;
        this.issuer = issuer;
        this.faults = faults;
    }

    Result read(Map<String, List<String>> parameters) {
        Result result = reading.read(parameters);
        if (result instanceof Result.Accepted accepted) {
            AuthorizeRequest request = accepted.request();
            // every consent is asked for: OpenID Connect Core section 3.1.2.6
            Optional<ErrorObject> error =
                    request.prompts().contains("none") ? Optional.of(OIDCError.INTERACTION_REQUIRED) : faults.refusal();
            if (error.isPresent()) {
                return new Result.Refused(request.redirectUri(), request.state(), error.get());
            }
        }
        return result;
    }

    URI allowed(AuthorizeRequest request, String account) {
        Consent consent = grants.consent(request.client().id(), account, request.scopes());
        return new AuthorizationSuccessResponse(
                        request.redirectUri(),
                        codes.issue(request, consent),
                        null,
                        request.state(),
                        issuer,
                        ResponseMode.QUERY)
                .toURI();
    }

    URI denied(AuthorizeRequest request) {
        ErrorObject error = OAuth2Error.ACCESS_DENIED.setDescription("The person said no");
        return refused(request.redirectUri(), request.state(), error);
    }

    URI refused(URI redirectUri, @Nullable State state, ErrorObject error) {
        return new AuthorizationErrorResponse(redirectUri, error, state, issuer, ResponseMode.QUERY).toURI();
    }

    /** As if the account's owner had signed in and said yes; empty where the provider shows an error page. */
    Optional<URI> allowedAtOnce(URI authorizationRequest, String account) {
        Result result = read(URLUtils.parseParameters(authorizationRequest.getRawQuery()));
        if (result instanceof Result.Accepted accepted) {
            return Optional.of(allowed(accepted.request(), account));
        }
        return result instanceof Result.Refused refused
                ? Optional.of(refused(refused.redirectUri(), refused.state(), refused.error()))
                : Optional.empty();
    }
}
