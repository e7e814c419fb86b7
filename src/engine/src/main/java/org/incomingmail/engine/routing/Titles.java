package org.incomingmail.engine.routing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;

/** Page titles out of subjects. */
final class Titles {
    /** Confluence's limit. */
    private static final int LONGEST = 255;

    /** Reply and forward marks of mail clients in many languages, with counters such as Re[2]: */
    private static final Pattern MARK = Pattern.compile(
            "^\\s*(?:re|fwd?|fw|aw|wg|tr|rif|i|r|rv|enc|res|sv|vs|vl|vb|antw|doorst|odp|pd|ynt|ilt|ref|bls|trs|atb|"
                    + "vá|továbbítás|σχετ|πρθ|απ|hth|ha|на|пересл|відп|переслано|ответ|отв|תגובה|השב|העבר|الرد|رد|إعادة توجيه|"
                    + "返信|返|转发|轉寄|轉發|回复|回覆|答复|答覆|转|回|転送|회신|전달|답장|trả lời|chuyển tiếp|ตอบ|ส่งต่อ)"
                    + "\\s*(?:[\\[(]\\d{1,3}[\\])]|\\^\\d{1,3}|\\d{1,3})?\\s*[:：]\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final InstantSource clock;
    private final ZoneId zone;

    Titles(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** A title that is not taken: the subject, then with the date, then numbered. */
    String of(IncomingMessage message, Predicate<String> taken) {
        return of("", message, taken);
    }

    /** @param wanted what a rule says; when it is blank the subject counts */
    String of(String wanted, IncomingMessage message, Predicate<String> taken) {
        String day = day(message);
        String ruled = bounded(clean(wanted), 0);
        String plain = ruled.isEmpty() ? bare(message.subject()) : ruled;
        if (plain.isEmpty()) {
            plain = bounded(clean("Email from " + sender(message) + ", " + day), 0);
        }
        if (!taken.test(plain)) {
            return plain;
        }
        String dated = plain.endsWith(day) ? plain : bounded(plain, day.length() + 1) + " " + day;
        String candidate = dated;
        for (int number = 2; taken.test(candidate) && number < 1_000; number++) {
            String suffix = " (" + number + ")";
            candidate = bounded(dated, suffix.length()) + suffix;
        }
        // a thousand pages of one title and day: the moment tells them apart
        Instant now = clock.instant();
        return taken.test(candidate) ? bounded(dated, 32) + " " + now : candidate;
    }

    /** What place holders of a title stand for. */
    Map<String, String> values(IncomingMessage message) {
        return Map.of("subject", bare(message.subject()), "sender", sender(message), "date", day(message));
    }

    private String day(IncomingMessage message) {
        return message.date()
                .orElseGet(clock::instant)
                .atZone(zone)
                .toLocalDate()
                .toString();
    }

    private static String sender(IncomingMessage message) {
        return message.from().stream().findFirst().map(MailAddress::display).orElse("?");
    }

    /** The subject without reply and forward marks, control characters and doubled blanks. */
    static String bare(String subject) {
        String title = clean(subject);
        Matcher mark = MARK.matcher(title);
        while (mark.lookingAt() && mark.end() > 0) {
            title = title.substring(mark.end());
            mark = MARK.matcher(title);
        }
        return bounded(title.strip(), 0);
    }

    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(c -> !Character.isISOControl(c) && !invisible(c))
                .forEach(c -> {
                    if (c != ' ' || out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                        out.appendCodePoint(c);
                    }
                });
        return out.toString().strip();
    }

    /** Marks that turn or hide text, unpaired surrogates and what is no character; joiners of emoji stay. */
    private static boolean invisible(int c) {
        return c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200B
                || c == 0xFEFF
                || c >= 0xD800 && c <= 0xDFFF
                || (c & 0xFFFE) == 0xFFFE;
    }

    private static String bounded(String title, int reserve) {
        int room = LONGEST - reserve;
        if (title.length() <= room) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(room - 1)) ? room - 1 : room;
        return title.substring(0, end).strip();
    }
}
