package org.incomingmail.dev.applinks.provider;

import org.jspecify.annotations.Nullable;

/** What a provider says about an error, fit to show: one line, of bounded length, without what was told to it in secret. */
public final class ProviderWords {
    private static final int LONGEST_ERROR = 100;
    private static final int LONGEST = 1000;
    /** Shorter ones would blank out ordinary words. */
    private static final int SHORTEST_SECRET = 6;

    private ProviderWords() {}

    /** The error code; another one where the provider gave none. */
    public static String error(@Nullable String said, String otherwise) {
        String error = oneLine(said, LONGEST_ERROR);
        return error.isEmpty() ? otherwise : error;
    }

    /** The description, with each secret blanked out should the provider repeat it. */
    public static String description(@Nullable String said, String... secrets) {
        String text = said == null ? "" : said;
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_SECRET) {
                text = text.replace(secret, "[...]");
            }
        }
        return oneLine(text, LONGEST);
    }

    private static String oneLine(@Nullable String said, int longest) {
        String line = said == null
                ? ""
                : said.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.length() > longest ? line.substring(0, longest) + "..." : line;
    }
}
