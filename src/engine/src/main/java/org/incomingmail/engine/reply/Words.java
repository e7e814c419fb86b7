package org.incomingmail.engine.reply;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What clients write around a reply, in all languages we know; read once from the language files, which say what each
 * kind is for.
 *
 * @param wrote verbs of an attribution
 * @param openers words that an attribution begins with
 * @param labels of copied header fields
 * @param originals separators above an answered message
 * @param forwards separators above a forwarded message
 * @param forwardPrefixes of subjects
 * @param sentFrom "sent from my phone"
 * @param disclaimers beginnings and parts of legal notices
 * @param banners that a mail server puts above a message
 * @param inline hints that the answers stand in the text below
 * @param prose words that a sentence begins with, and no attribution
 * @param markers of notifications that ask to write above a line
 */
record Words(
        List<String> wrote,
        Set<String> openers,
        Map<String, Set<Field>> labels,
        Phrases originals,
        Phrases forwards,
        Set<String> forwardPrefixes,
        Phrases sentFrom,
        List<String> disclaimers,
        List<String> banners,
        List<String> inline,
        Set<String> prose,
        List<String> markers) {

    static final Words ALL = LanguageFiles.read();

    /** Fields of a copied header. */
    enum Field {
        FROM,
        SENT,
        DATE,
        TO,
        CC,
        SUBJECT
    }

    /** Whether any of the phrases stands in the text as words of its own. */
    static boolean anyIn(List<String> phrases, String folded) {
        for (String phrase : phrases) {
            if (in(phrase, folded)) {
                return true;
            }
        }
        return false;
    }

    private static boolean in(String phrase, String folded) {
        int at = folded.indexOf(phrase);
        while (at >= 0) {
            int end = at + phrase.length();
            if (!(at > 0 && joined(folded.charAt(at - 1), folded.charAt(at)))
                    && !(end < folded.length() && joined(folded.charAt(end - 1), folded.charAt(end)))) {
                return true;
            }
            at = folded.indexOf(phrase, at + 1);
        }
        return false;
    }

    /** Scripts with letters have blanks between words; the others have not. */
    private static boolean joined(char left, char right) {
        return alphabetic(left) && alphabetic(right);
    }

    private static boolean alphabetic(char c) {
        return Character.isLetter(c) && c < 0x0E00;
    }
}
