package org.incomingmail.engine.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as mail has them: day names wrong or missing, two-digit years, named zones, comments, ISO 8601. */
final class MailDate {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONES = Map.of(
            "est", -300, "edt", -240, "cst", -360, "cdt", -300, "mst", -420, "mdt", -360, "pst", -480, "pdt", -420,
            "jst", 540);
    private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,100}\\)");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:t|$)");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,]\\d+)?)?(z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern ZONE = Pattern.compile("(?:gmt|utc|ut)?([+-])(\\d{1,2}):?(\\d{2})");
    private static final Pattern DASHED = Pattern.compile("\\d{1,2}-[a-z]{3}-\\d{2,4}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern ORDINAL = Pattern.compile("(?:st|nd|rd|th)$");
    private static final int FARTHEST_ZONE = 14 * 60;

    private int day;
    private int month;
    private int year = -1;
    private int hour = -1;
    private int minute;
    private int second;
    private int zoneMinutes;
    private boolean afternoon;

    private MailDate() {}

    static Optional<Instant> parse(String value) {
        String text = value.length() > 200 ? value.substring(0, 200) : value;
        if (text.indexOf('(') >= 0) {
            for (Matcher comment = COMMENT.matcher(text); comment.find(); comment = COMMENT.matcher(text)) {
                text = comment.replaceAll(" "); // from the innermost out
            }
        }
        MailDate date = new MailDate();
        try {
            for (String word : BETWEEN.split(text.toLowerCase(Locale.ROOT), 20)) {
                date.take(word);
            }
            return date.instant();
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private void take(String word) {
        Matcher iso = ISO_DATE.matcher(word);
        if (iso.lookingAt()) {
            year = number(iso.group(1));
            month = number(iso.group(2));
            day = number(iso.group(3));
            take(word.substring(iso.end()));
        } else if (TIME.matcher(word).matches()) {
            time(word);
        } else if (hour >= 0 && ZONE.matcher(word).matches()) {
            zone(word);
        } else if (DASHED.matcher(word).matches()) {
            for (String piece : word.split("-", 3)) {
                take(piece);
            }
        } else if (!word.isEmpty()) {
            wordOrNumber(word);
        }
    }

    private void time(String word) {
        Matcher time = TIME.matcher(word);
        if (time.matches() && hour < 0) {
            hour = number(time.group(1));
            minute = number(time.group(2));
            second = time.group(3) == null ? 0 : number(time.group(3));
            if (time.group(4) != null && time.group(4).length() > 1) {
                zone(time.group(4));
            }
        }
    }

    private void zone(String word) {
        Matcher zone = ZONE.matcher(word);
        if (zone.matches()) {
            int minutes = number(zone.group(2)) * 60 + number(zone.group(3));
            zoneMinutes = minutes > FARTHEST_ZONE ? 0 : zone.group(1).equals("-") ? -minutes : minutes;
        }
    }

    private void wordOrNumber(String word) {
        if (Character.isDigit(word.charAt(0))) {
            int number = number(ORDINAL.matcher(word).replaceFirst(""));
            if (day == 0 && number <= 31) {
                day = number;
            } else if (year < 0) {
                year = word.length() <= 2
                        ? number + (number < 50 ? 2000 : 1900)
                        : word.length() == 3 ? number + 1900 : number;
            }
        } else if (word.equals("am") || word.equals("pm")) {
            afternoon = word.equals("pm");
        } else if (month == 0 && monthOf(word) > 0) {
            month = monthOf(word);
        } else {
            zoneMinutes = ZONES.getOrDefault(word, zoneMinutes);
        }
    }

    private static int monthOf(String word) {
        int at = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private Optional<Instant> instant() {
        if (day == 0 || month == 0 || year < 1970 || year > 9999 || hour < 0) {
            return Optional.empty();
        }
        int last = YearMonth.of(year, month).lengthOfMonth();
        int hours = afternoon && hour < 12 ? hour + 12 : hour;
        int seconds = Math.min(second, 59); // leap second
        return Optional.of(LocalDateTime.of(year, month, Math.min(day, last), hours, minute, seconds)
                .minusMinutes(zoneMinutes)
                .toInstant(ZoneOffset.UTC));
    }
}
