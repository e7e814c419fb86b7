package org.incomingmail.dev.sandbox;

import jakarta.mail.Flags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message's UID and system flags as a file name, in the manner of Maildir: "17,RS.eml". Keywords are not kept. */
record MessageFileName(long uid, Flags flags) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,10}),([DFRST]*)\\.eml");
    private static final Map<Character, Flags.Flag> LETTERS = new LinkedHashMap<>();

    static {
        LETTERS.put('D', Flags.Flag.DRAFT);
        LETTERS.put('F', Flags.Flag.FLAGGED);
        LETTERS.put('R', Flags.Flag.ANSWERED);
        LETTERS.put('S', Flags.Flag.SEEN);
        LETTERS.put('T', Flags.Flag.DELETED);
    }

    static Optional<MessageFileName> parse(String text) {
        Matcher matcher = NAME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var flags = new Flags();
        LETTERS.forEach((letter, flag) -> {
            if (matcher.group(2).indexOf(letter) >= 0) {
                flags.add(flag);
            }
        });
        return Optional.of(new MessageFileName(Long.parseLong(matcher.group(1)), flags));
    }

    String text() {
        var letters = new StringBuilder();
        LETTERS.forEach((letter, flag) -> {
            if (flags.contains(flag)) {
                letters.append(letter);
            }
        });
        return uid + "," + letters + ".eml";
    }
}
