package org.incomingmail.engine.explain;

import java.util.List;

/** What a code means, in the reader's language. */
@FunctionalInterface
public interface CodeWords {

    /** The cause of a code with its arguments; empty for one that is not known. */
    String cause(String code, List<String> arguments);

    /** The engine's own texts in English, whatever the language of the machine. */
    static CodeWords english() {
        return new EnglishCodeWords();
    }
}
