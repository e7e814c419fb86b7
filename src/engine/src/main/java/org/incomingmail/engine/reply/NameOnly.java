package org.incomingmail.engine.reply;

import java.util.HashSet;
import java.util.Set;

/** "Bob Builder wrote:" with neither date nor address: each word is of a name, or one that belongs to the verb. */
final class NameOnly {
    private static final int MOST_WORDS = 8;
    private static final Set<String> OF_VERBS = verbs();

    private NameOnly() {}

    static boolean in(String text) {
        String[] words = text.strip().split("\\s+", MOST_WORDS + 2);
        if (words.length > MOST_WORDS) {
            return false;
        }
        int names = 0;
        for (String word : words) {
            char first = word.charAt(0);
            boolean ofVerb = OF_VERBS.contains(Folded.of(word).replaceAll("[:。.…,>-]{1,9}$", ""));
            if (!ofVerb && Character.isLowerCase(first)) {
                return false;
            }
            names += ofVerb ? 0 : 1;
        }
        return names > 0;
    }

    private static Set<String> verbs() {
        Set<String> words = new HashSet<>();
        Words.ALL.wrote().forEach(phrase -> words.addAll(Set.of(phrase.split(" "))));
        words.addAll(Words.ALL.openers());
        return words;
    }
}
