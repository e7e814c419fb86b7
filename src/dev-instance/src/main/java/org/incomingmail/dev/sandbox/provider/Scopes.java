package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides about requested scopes (RFC 6749 section 3.3). */
final class Scopes {
    /** Microsoft's way to ask for everything an application was given at a resource. */
    private static final String DEFAULT = "/.default";

    private Scopes() {}

    /** The wanted ones, all of them, or everything allowed where nothing is wanted in particular. */
    static List<String> narrowed(Collection<String> allowed, @Nullable Scope wanted) throws Refusal {
        if (wanted == null || wanted.isEmpty()) {
            return List.copyOf(allowed);
        }
        return among(allowed, wanted.toStringList());
    }

    /** As {@link #narrowed}, and "/.default" stands for everything allowed. */
    static List<String> forApplication(Collection<String> allowed, @Nullable Scope wanted) throws Refusal {
        boolean all = wanted != null && wanted.size() == 1 && wanted.toString().endsWith(DEFAULT);
        return narrowed(allowed, all ? null : wanted);
    }

    static List<String> among(Collection<String> allowed, List<String> wanted) throws Refusal {
        for (String scope : wanted) {
            if (!allowed.contains(scope)) {
                throw new Refusal(OAuth2Error.INVALID_SCOPE.setDescription(
                        "A requested scope is unknown here, or not for this client"));
            }
        }
        return List.copyOf(wanted);
    }
}
