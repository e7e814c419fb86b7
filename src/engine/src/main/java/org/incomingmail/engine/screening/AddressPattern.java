package org.incomingmail.engine.screening;

import java.net.IDN;
import java.util.Locale;

/**
 * An entry of a list of senders: an address ({@code ann@example.com}), a domain ({@code example.com}), a domain's
 * sub-domains ({@code .example.com} or {@code *.example.com}), or any of them with {@code *} for any characters.
 */
public record AddressPattern(String text) {
    private static final int LONGEST = 320;

    public AddressPattern {
        text = canonical(text.strip());
        if (!valid(text)) {
            throw new IllegalArgumentException("Not an address or domain: " + text);
        }
    }

    /** Whether an entry means anything. */
    public static boolean valid(String entry) {
        String bare = entry.strip();
        int at = bare.indexOf('@');
        return !bare.isEmpty()
                && bare.length() <= LONGEST
                && bare.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == ',')
                && at == bare.lastIndexOf('@')
                && at < bare.length() - 1
                && at != 0
                && (at > 0 || bare.indexOf('.') >= 0 || bare.equals("*"));
    }

    public boolean matches(String address) {
        String canonical = canonical(address.strip());
        int at = canonical.lastIndexOf('@');
        String domain = canonical.substring(at + 1);
        if (text.indexOf('@') >= 0) {
            return like(text, canonical);
        }
        return text.startsWith(".") ? domain.endsWith(text) : like(text, domain);
    }

    /** {@code *} stands for any characters. Walks back to the last star only, so the time is bounded. */
    static boolean like(String pattern, String value) {
        int p = 0;
        int star = -1;
        int mark = 0;
        int v = 0;
        while (v < value.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = v;
            } else if (p < pattern.length() && pattern.charAt(p) == value.charAt(v)) {
                p++;
                v++;
            } else if (star >= 0) {
                p = star + 1;
                v = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static String canonical(String entry) {
        String lower = entry.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        String domain = lower.substring(at + 1);
        try {
            boolean foreign = domain.chars().anyMatch(c -> c > 0x7F);
            return foreign ? lower.substring(0, at + 1) + IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED) : lower;
        } catch (IllegalArgumentException notADomain) {
            return lower;
        }
    }
}
