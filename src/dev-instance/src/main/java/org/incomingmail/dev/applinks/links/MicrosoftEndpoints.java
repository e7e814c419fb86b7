package org.incomingmail.dev.applinks.links;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Microsoft's sign-in is: a cloud and a tenant there.
 *
 * @param tenant a tenant's id or domain, or who may sign in: common, organizations, consumers
 */
public record MicrosoftEndpoints(MicrosoftCloud cloud, String tenant) {
    /** A GUID, a domain, or one of the words. */
    public static final Pattern TENANT = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    private static final Pattern PATH = Pattern.compile("/(" + TENANT.pattern() + ")/oauth2/v2\\.0/(authorize|token)");

    public URI authorize() {
        return URI.create(base() + "authorize");
    }

    public URI token() {
        return URI.create(base() + "token");
    }

    private String base() {
        return "https://" + cloud.signIn() + "/" + tenant + "/oauth2/v2.0/";
    }

    /** Reads them back; empty when the addresses are not Microsoft's, or of two tenants. */
    public static Optional<MicrosoftEndpoints> of(URI authorize, URI token) {
        Matcher path = PATH.matcher(String.valueOf(authorize.getPath()));
        return Arrays.stream(MicrosoftCloud.values())
                .filter(cloud -> path.matches())
                .map(cloud -> new MicrosoftEndpoints(cloud, path.group(1)))
                .filter(found ->
                        found.authorize().equals(authorize) && found.token().equals(token))
                .findFirst();
    }
}
