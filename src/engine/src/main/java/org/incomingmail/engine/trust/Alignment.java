package org.incomingmail.engine.trust;

import java.net.IDN;
import java.util.Locale;

/**
 * Whether a domain that was proved may speak for the one in From: when it is the same, or when From is one of its
 * sub-domains. Narrower than RFC 7489 3.1 (a sub-domain does not speak for its parent), so that no list of public
 * suffixes is needed: nobody can sign for co.uk.
 */
final class Alignment {
    private Alignment() {}

    static boolean speaksFor(String proved, String from) {
        String domain = ascii(proved);
        String sender = ascii(from);
        return domain.indexOf('.') > 0 && (sender.equals(domain) || sender.endsWith("." + domain));
    }

    /** Lower case, in ASCII when possible, without the dot of the root. */
    static String ascii(String domain) {
        String bare = domain.strip().toLowerCase(Locale.ROOT);
        bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        try {
            return IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            return bare;
        }
    }
}
