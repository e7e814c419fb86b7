package org.incomingmail.dev.applinks.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.incomingmail.dev.applinks.links.OutgoingLink;

/** Holds a link against what its issuer says about itself (OpenID Connect Discovery 1.0, RFC 8414, RFC 9207 section 3). */
final class IssuerProbe {
    private static final String ISSUER = "Issuer";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final BoundedSender sender;

    IssuerProbe(BoundedSender sender) {
        this.sender = sender;
    }

    List<Finding> test(OutgoingLink link) {
        if (link.issuer() == null) {
            return List.of();
        }
        try {
            HttpResponse<String> answer = metadata(URI.create(link.issuer().replaceAll("/$", "")));
            if (answer.statusCode() != 200) {
                return List.of(Finding.warning(
                        ISSUER,
                        "It does not describe itself (HTTP " + answer.statusCode() + "), so nothing was compared."));
            }
            return compared(link, JSON.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            return List.of(Finding.warning(ISSUER, "Its description of itself can't be read."));
        } catch (IOException e) {
            return List.of(Finding.failed(ISSUER, "It cannot be reached: " + e.getMessage()));
        }
    }

    /** Where OpenID Connect has it, behind the issuer's path, or else where RFC 8414 section 3.1 has it, before it. */
    private HttpResponse<String> metadata(URI issuer) throws IOException {
        HttpResponse<String> openId = sender.get(URI.create(issuer + "/.well-known/openid-configuration"));
        return openId.statusCode() == 200
                ? openId
                : sender.get(issuer.resolve("/.well-known/oauth-authorization-server" + issuer.getRawPath()));
    }

    private static List<Finding> compared(OutgoingLink link, JsonNode metadata) {
        List<Finding> findings = new ArrayList<>();
        if (!metadata.path("issuer").asText().equals(link.issuer())) {
            findings.add(Finding.failed(
                    ISSUER,
                    "It calls itself \""
                            + ProviderWords.description(metadata.path("issuer").asText()) + "\"; enter exactly that."));
        }
        compare(findings, metadata, "authorization_endpoint", link.getAuthorizationEndpoint());
        compare(findings, metadata, "token_endpoint", link.getTokenEndpoint());
        if (!metadata.path("authorization_response_iss_parameter_supported").asBoolean()) {
            findings.add(Finding.warning(
                    ISSUER,
                    "It does not say that its answers carry the issuer. If they do not, Authorize is refused: leave"
                            + " the issuer empty then."));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(ISSUER, "It describes itself as this link does."));
        }
        return findings;
    }

    private static void compare(List<Finding> findings, JsonNode metadata, String name, String entered) {
        String said = metadata.path(name).asText();
        if (!said.isEmpty() && !said.equals(entered)) {
            findings.add(Finding.warning(
                    ISSUER, "Its " + name + " is " + ProviderWords.description(said) + ", the link has another one."));
        }
    }
}
