package org.incomingmail.engine.reply;

import java.text.Normalizer;

/** Text as it is compared: small letters, one blank for any gap, no emphasis, no marks for the direction of writing. */
final class Folded {
    /** Longer lines are prose; no client writes such. */
    static final int LONGEST = 600;

    private Folded() {}

    /** Empty for what is too long to matter. */
    static String of(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        StringBuilder folded = new StringBuilder(text.length());
        boolean gap = false;
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain &= c < 0x300;
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else if (c != '*' && Character.getType(c) != Character.FORMAT) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                folded.append(small(c));
            }
        }
        String result = folded.toString();
        return plain ? result : Normalizer.normalize(result, Normalizer.Form.NFC);
    }

    private static char small(char c) {
        return switch (c) {
            case '：', '﹕' -> ':';
            case '’', '‘', 'ʼ' -> '\'';
            case '“', '”', '„' -> '"';
            case '＜' -> '<';
            case '＞' -> '>';
            default -> Character.toLowerCase(c);
        };
    }
}
