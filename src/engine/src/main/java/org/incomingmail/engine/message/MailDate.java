package org.incomingmail.engine.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads dates as mail has them: day names wrong or missing, two-digit years, named zones, comments. */
final class MailDate {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONES = Map.of(
            "est", -300, "edt", -240, "cst", -360, "cdt", -300, "mst", -420, "mdt", -360, "pst", -480, "pdt", -420,
            "jst", 540);

    private int day;
    private int month;
    private int year = -1;
    private int[] time = {};
    private int zoneMinutes;

    private MailDate() {}

    static Optional<Instant> parse(String value) {
        String text = value.replaceAll("\\([^()]{0,100}\\)", " ").toLowerCase(Locale.ROOT);
        MailDate date = new MailDate();
        try {
            for (String word : text.split("[\\s,;]+", 20)) {
                date.take(word);
            }
            return date.instant();
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private void take(String word) {
        if (word.isEmpty()) {
            return;
        }
        char first = word.charAt(0);
        if (word.indexOf(':') > 0) {
            String[] pieces = word.split(":", 4);
            time = new int[] {number(pieces[0]), number(pieces[1]), pieces.length > 2 ? number(pieces[2]) : 0};
        } else if ((first == '+' || first == '-') && word.length() == 5 && time.length > 0) {
            int zone = number(word.substring(1));
            zoneMinutes = (first == '-' ? -1 : 1) * (zone / 100 * 60 + zone % 100);
        } else if (word.matches("\\d{1,2}-[a-z]{3}-\\d{2,4}")) {
            for (String piece : word.split("-", 3)) {
                take(piece);
            }
        } else if (first >= '0' && first <= '9') {
            int number = number(word);
            if (day == 0 && number <= 31) {
                day = number;
            } else if (year < 0) {
                year = word.length() <= 2
                        ? number + (number < 50 ? 2000 : 1900)
                        : word.length() == 3 ? number + 1900 : number;
            }
        } else if (word.length() >= 3
                && MONTHS.indexOf(word.substring(0, 3)) % 3 == 0
                && month == 0
                && !word.startsWith("mon")) {
            month = MONTHS.indexOf(word.substring(0, 3)) / 3 + 1;
        } else {
            zoneMinutes = ZONES.getOrDefault(word, zoneMinutes);
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private Optional<Instant> instant() {
        if (day == 0 || month == 0 || year < 1970 || year > 9999 || time.length < 3) {
            return Optional.empty();
        }
        int second = Math.min(time[2], 59); // leap second
        return Optional.of(LocalDateTime.of(year, month, day, time[0], time[1], second)
                .minusMinutes(zoneMinutes)
                .toInstant(ZoneOffset.UTC));
    }
}
