package org.incomingmail.dev.applinks.links;

import java.util.Arrays;
import java.util.List;

/** Scopes as people type them: separated by spaces, commas or line breaks. */
public final class Scopes {
    private Scopes() {}

    public static List<String> parse(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .toList();
    }
}
