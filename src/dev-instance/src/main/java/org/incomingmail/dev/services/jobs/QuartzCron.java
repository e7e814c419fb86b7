package org.incomingmail.dev.services.jobs;

import java.util.regex.Pattern;
import org.springframework.scheduling.support.CronExpression;

/** Cron expressions as the host takes them, which is as Quartz does: a year may follow, and Sunday is day 1. */
final class QuartzCron {
    private static final int DAY_OF_WEEK = 5;
    private static final int YEAR = 6;
    // not the number after a slash or a hash: those count days, or weeks
    private static final Pattern DAY = Pattern.compile("(?<![/#\\d])([1-7])(?=[-,/#L]|$)");

    private QuartzCron() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it cannot be read, or names years
     */
    static CronExpression parse(String expression) {
        String[] fields = expression.trim().split("\\s+");
        if (fields.length == YEAR + 1 && !fields[YEAR].equals("*")) {
            throw new IllegalArgumentException("a schedule for certain years is not supported: " + expression);
        }
        if (fields.length != YEAR && fields.length != YEAR + 1) {
            throw new IllegalArgumentException("six fields are expected, from seconds to day of week: " + expression);
        }
        // Spring counts from Sunday 0
        fields[DAY_OF_WEEK] =
                DAY.matcher(fields[DAY_OF_WEEK]).replaceAll(day -> String.valueOf(Integer.parseInt(day.group(1)) - 1));
        return CronExpression.parse(String.join(" ", java.util.Arrays.copyOf(fields, YEAR)));
    }
}
