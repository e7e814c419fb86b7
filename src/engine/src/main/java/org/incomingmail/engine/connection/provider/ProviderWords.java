package org.incomingmail.engine.connection.provider;

import java.util.regex.Pattern;

/**
 * Makes a stranger's words fit to be shown, stored and logged: one bounded line without control characters, and without
 * anything that may be a token, a code or a secret, whoever put it there.
 */
public final class ProviderWords {
    private static final int LONGEST = 500;
    private static final int MOST_READ = 8_192;
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:token|code|secret|password|verifier|assertion|challenge|state|nonce)\\W{0,3}[=:]\\W{0,2})[^\\s\"'&,}]{12,}");
    // longer than a GUID, no address: what a JWT or an opaque token looks like
    private static final Pattern OPAQUE = Pattern.compile("(?<![\\w/:.?&=%-])[\\w\\-.~+/=]{45,}");
    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?\"'<>]{1,300})\\?[^\\s\"'<>]*");

    private ProviderWords() {}

    public static String clean(String words) {
        String read = words.length() <= MOST_READ ? words : words.substring(0, MOST_READ);
        String line = read.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String shown = QUERY.matcher(line).replaceAll("$1?***");
        shown = NAMED.matcher(shown).replaceAll("$1***");
        shown = OPAQUE.matcher(shown).replaceAll("***");
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "...";
    }
}
