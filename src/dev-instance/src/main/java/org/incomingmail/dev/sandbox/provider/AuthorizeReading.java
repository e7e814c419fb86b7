package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads authorization requests (RFC 6749 section 4.1.1, RFC 7636 section 4.3). */
final class AuthorizeReading {
    /** The base64url of a SHA-256 value. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Clients clients;

    AuthorizeReading(Clients clients) {
        this.clients = clients;
    }

    /** What a request turned out to be. */
    sealed interface Result {
        /** A good one. */
        record Accepted(AuthorizeRequest request) implements Result {}

        /** A mistake that the application is told about. */
        record Refused(URI redirectUri, @Nullable State state, ErrorObject error) implements Result {}

        /** It's not certain whose request this is: only the person is told (RFC 6749 section 4.1.2.1). */
        record Dubious(String why) implements Result {}
    }

    Result read(Map<String, List<String>> parameters) {
        Optional<RegisteredClient> client = single(parameters, "client_id").flatMap(clients::find);
        if (client.isEmpty()) {
            return new Result.Dubious("No application with this client_id is registered here.");
        }
        Optional<URI> redirectUri = single(parameters, "redirect_uri")
                .flatMap(given -> client.get().redirectUris().stream()
                        .filter(uri -> uri.toString().equals(given))
                        .findFirst());
        if (redirectUri.isEmpty()) {
            return new Result.Dubious(
                    "The redirect_uri is missing or is not, character by character, one registered for this application.");
        }
        State state = single(parameters, "state").map(State::new).orElse(null);
        try {
            return new Result.Accepted(request(parameters, client.get(), redirectUri.get(), state));
        } catch (Refusal refusal) {
            return new Result.Refused(redirectUri.get(), state, refusal.error());
        }
    }

    private static AuthorizeRequest request(
            Map<String, List<String>> parameters, RegisteredClient client, URI redirectUri, @Nullable State state)
            throws Refusal {
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            if (parameter.getValue().size() > 1) {
                // RFC 6749 section 3.1
                throw invalid("A parameter is included more than once");
            }
        }
        String type = single(parameters, "response_type").orElseThrow(() -> invalid("response_type is missing"));
        if (!type.equals("code")) {
            throw new Refusal(
                    OAuth2Error.UNSUPPORTED_RESPONSE_TYPE.setDescription("Only response_type code is offered"));
        }
        if (!client.may(RegisteredClient.Right.AUTHORIZATION_CODE)) {
            throw new Refusal(OAuth2Error.UNAUTHORIZED_CLIENT.setDescription("This client may not ask people"));
        }
        List<String> wanted =
                List.of(single(parameters, "scope").orElse("").strip().split(" +"));
        List<String> scopes = Scopes.among(client.scopes(), wanted);
        Set<String> prompts = Set.of(single(parameters, "prompt").orElse("").split(" +"));
        boolean offline = scopes.contains(OfferedScope.OFFLINE_ACCESS)
                || single(parameters, "access_type").orElse("").equals("offline");
        return new AuthorizeRequest(client, redirectUri, state, challenge(parameters), scopes, prompts, offline);
    }

    private static CodeChallenge challenge(Map<String, List<String>> parameters) throws Refusal {
        String challenge = single(parameters, "code_challenge")
                .orElseThrow(() -> invalid("code_challenge is missing: PKCE is required (RFC 7636)"));
        if (!single(parameters, "code_challenge_method").orElse("plain").equals("S256")) {
            throw invalid("code_challenge_method must be S256");
        }
        if (!CHALLENGE.matcher(challenge).matches()) {
            throw invalid("code_challenge is not the base64url of a SHA-256 value");
        }
        try {
            return CodeChallenge.parse(challenge);
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw invalid("code_challenge cannot be read");
        }
    }

    private static Refusal invalid(String why) {
        return new Refusal(OAuth2Error.INVALID_REQUEST.setDescription(why));
    }

    /** The parameter, if it is there once and not empty. */
    private static Optional<String> single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }
}
