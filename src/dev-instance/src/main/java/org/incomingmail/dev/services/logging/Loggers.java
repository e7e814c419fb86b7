package org.incomingmail.dev.services.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** The loggers whose level was set, changed at run time; a restart brings the usual levels back. */
public final class Loggers {
    /** From quiet to loud. */
    public static final List<String> LEVELS = List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");

    private static final Pattern NAME = Pattern.compile("[\\w$-]+(\\.[\\w$-]+)*");
    private static final int LONGEST_NAME = 200;

    private Loggers() {}

    /** By name, the root first. */
    public static List<LoggerLevel> configured() {
        return context().getLoggerList().stream()
                .filter(logger -> logger.getLevel() != null)
                .map(logger -> new LoggerLevel(logger.getName(), logger.getLevel().levelStr))
                .toList();
    }

    /** Sets the level of a logger; false if the name or the level is none. */
    public static boolean set(String name, String level) {
        Optional<String> known = LEVELS.stream().filter(level::equals).findFirst();
        if (known.isEmpty()
                || name.length() > LONGEST_NAME
                || !NAME.matcher(name).matches()) {
            return false;
        }
        Logger logger = context().getLogger(name);
        logger.setLevel(Level.toLevel(level));
        return true;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /** A logger and its level. */
    public record LoggerLevel(String name, String level) {}
}
