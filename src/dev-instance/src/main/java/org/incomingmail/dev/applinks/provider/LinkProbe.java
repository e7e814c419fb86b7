package org.incomingmail.dev.applinks.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.incomingmail.dev.applinks.links.OutgoingLink;

/** Tests a link without anybody's consent: are the endpoints there, and do they know the client. */
public final class LinkProbe {
    private static final String AUTHORIZATION = "Authorization endpoint";
    private static final String TOKEN = "Token endpoint";
    /** Long enough for RFC 7636 section 4.1, and nobody's. */
    private static final String NO_CODE = "this-code-was-never-given-to-anybody-0123456789";

    private final BoundedSender sender;
    private final TokenEndpoint endpoint;
    private final IssuerProbe issuer;

    public LinkProbe(BoundedSender sender, TokenEndpoint endpoint) {
        this.sender = sender;
        this.endpoint = endpoint;
        this.issuer = new IssuerProbe(sender);
    }

    public List<Finding> test(OutgoingLink link, String secret, URI redirectUrl) {
        List<Finding> findings = new ArrayList<>();
        findings.add(authorizationEndpoint(link));
        findings.add(tokenEndpoint(link, secret, redirectUrl));
        findings.addAll(issuer.test(link));
        return findings;
    }

    private Finding authorizationEndpoint(OutgoingLink link) {
        String host = String.valueOf(link.authorizationEndpoint().getHost());
        try {
            HttpResponse<String> answer = sender.get(link.authorizationEndpoint());
            int status = answer.statusCode();
            if (status == 404 || status == 410) {
                return Finding.failed(
                        AUTHORIZATION, host + " has nothing at this address (HTTP " + status + "). Correct it.");
            }
            return status >= 500
                    ? Finding.warning(AUTHORIZATION, host + " answers with HTTP " + status + ". Try again later.")
                    : Finding.ok(AUTHORIZATION, host + " answers (HTTP " + status + ").");
        } catch (IOException e) {
            return Finding.failed(AUTHORIZATION, host + " cannot be reached: " + e.getMessage());
        }
    }

    private Finding tokenEndpoint(OutgoingLink link, String secret, URI redirectUrl) {
        try {
            endpoint.exchange(link, secret, NO_CODE, redirectUrl, NO_CODE);
            return Finding.failed(TOKEN, "It gives tokens for a code that does not exist. Do not trust this provider.");
        } catch (ProviderUnreachable e) {
            return Finding.failed(TOKEN, String.valueOf(e.getMessage()));
        } catch (ProviderRefusal e) {
            return switch (e.error()) {
                case "invalid_grant" ->
                    Finding.ok(
                            TOKEN,
                            "It refuses a code that does not exist, as it must, and does not object to"
                                    + " client ID and secret.");
                case "invalid_client", "unauthorized_client" ->
                    Finding.failed(TOKEN, "It refuses the client ID or secret: " + e.getMessage());
                default ->
                    Finding.warning(
                            TOKEN,
                            "It answers, but only Authorize will show whether client ID and secret are" + " right: "
                                    + e.getMessage());
            };
        }
    }
}
