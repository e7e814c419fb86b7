package org.incomingmail.dev.applinks.flow;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.incomingmail.dev.applinks.links.OutgoingLink;
import org.incomingmail.dev.applinks.provider.ProviderRefusal;
import org.incomingmail.dev.applinks.provider.ProviderWords;

/** What the browser brought back from the provider: a code or an error (RFC 6749 sections 4.1.2 and 4.1.2.1). */
record ProviderReply(Map<String, String> parameters) {
    private static final int LONGEST_CODE = 4096;

    /** RFC 6749 section 3.1: no parameter more than once; one that is comes to nothing. */
    static ProviderReply of(Map<String, String[]> request) {
        Map<String, String> single = new HashMap<>();
        request.forEach((name, values) -> {
            if (values.length == 1) {
                single.put(name, values[0]);
            }
        });
        return new ProviderReply(Map.copyOf(single));
    }

    String state() {
        return get("state");
    }

    /**
     * The code.
     *
     * @throws OAuth2Exception when the reply is not this link's provider's, is a refusal, or has no code
     */
    String code(OutgoingLink link) throws OAuth2Exception {
        // RFC 9207 section 2.4: what another authorization server sent is not looked at, not even its error
        if (link.issuer() != null && !link.issuer().equals(get("iss"))) {
            throw new OAuth2Exception(
                    get("iss").isEmpty()
                            ? "invalid_issuer: the answer does not say which authorization server sent it (iss)"
                            : "invalid_issuer: the answer comes from another authorization server than this link's");
        }
        if (!get("error").isEmpty()) {
            throw new ProviderRefusal(
                    ProviderWords.error(get("error"), "unknown_error"),
                    ProviderWords.description(get("error_description"), state()));
        }
        if (get("code").isBlank() || get("code").length() > LONGEST_CODE) {
            throw new OAuth2Exception("invalid_response: the provider sent neither a code nor an error");
        }
        return get("code");
    }

    private String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Keeps code and state out of logs. */
    @Override
    public String toString() {
        return "ProviderReply"
                + Arrays.toString(parameters.keySet().stream().sorted().toArray());
    }
}
