package org.incomingmail.dev.applinks.flow;

import java.net.URI;
import java.util.function.Supplier;
import org.incomingmail.dev.applinks.links.HttpsRequirement;

/** The address that providers send the browser back to, derived from the base URL; registered there to the letter. */
public record RedirectUrl(Supplier<String> baseUrl, HttpsRequirement https) {
    /** Below the base URL. */
    public static final String PATH = "/oauth2/callback.action";

    public URI get() {
        return URI.create(baseUrl.get() + PATH);
    }

    /** Whether the base URL is one that codes and tokens may come back to. */
    public boolean isUsable() {
        return https.allowsBaseUrl(baseUrl.get());
    }

    /** An address in this wiki, absolute; apps may give the path alone. */
    URI inThisWiki(String address) {
        URI base = URI.create(baseUrl.get() + "/");
        URI absolute;
        try {
            absolute = base.resolve(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the address to come back to can't be read", e);
        }
        if (!absolute.toString().startsWith(base.resolve("/").toString())) {
            throw new IllegalArgumentException("the address to come back to must be in this wiki");
        }
        return absolute;
    }
}
