package org.incomingmail.dev.applinks.links;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How urgent it is to renew a client secret: a reminder 30 days, 7 days and 1 day before the provider stops accepting it.
 *
 * @param days until then; negative when it is past
 */
public record SecretReminder(Urgency urgency, long days) {
    private static final int FIRST = 30;
    private static final int SECOND = 7;
    private static final int LAST = 1;

    /** From calm to too late. */
    public enum Urgency {
        NONE,
        SOON,
        WEEK,
        DAY,
        EXPIRED
    }

    public static SecretReminder of(@Nullable LocalDate expires, LocalDate today) {
        if (expires == null) {
            return new SecretReminder(Urgency.NONE, Long.MAX_VALUE);
        }
        long days = ChronoUnit.DAYS.between(today, expires);
        return new SecretReminder(urgency(days), days);
    }

    private static Urgency urgency(long days) {
        if (days > FIRST) {
            return Urgency.NONE;
        }
        if (days > SECOND) {
            return Urgency.SOON;
        }
        if (days > LAST) {
            return Urgency.WEEK;
        }
        return days >= 0 ? Urgency.DAY : Urgency.EXPIRED;
    }

    public boolean isDue() {
        return urgency != Urgency.NONE;
    }

    /** For administrators. */
    public String text() {
        return switch (urgency) {
            case NONE -> "";
            case EXPIRED -> "The client secret has expired. Create a new one at the provider and rotate it here.";
            case DAY, WEEK, SOON ->
                days == 0
                        ? "The client secret expires today."
                        : "The client secret expires in " + days + (days == 1 ? " day." : " days.");
        };
    }
}
