package org.incomingmail.dev.applinks;

import java.util.Arrays;
import java.util.List;

/** Scopes as people type them: separated by spaces, commas or line breaks. */
final class Scopes {
    private Scopes() {}

    static List<String> parse(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .toList();
    }
}
