package org.incomingmail.dev.services.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up logs/atlassian-confluence.log: rolling, UTF-8, the host's line layout. Only errors reach the console too. */
public final class HostLog {
    // whatever could start a line, or make a terminal do something
    private static final String CONTROLS = "[\\x00-\\x08\\x0A-\\x1F\\x7F\\x85\\u2028\\u2029]+";

    /** Line breaks in a message are shown as such, so that no mail or request can forge a line of its own. */
    static final String LAYOUT = "%d{\"yyyy-MM-dd HH:mm:ss,SSS\"} %p [%t] [%hostLogger] %M %replace(%m){'" + CONTROLS
            + "', ' | '}%n%hostRequest%hostTrace";

    private static final String SIZE = "20MB";
    private static final int KEPT_FILES = 5;

    private HostLog() {}

    /** Replaces whatever logged before. */
    public static void open(Path home) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(file(context, file(home)));
        root.addAppender(console(context));
        context.getLogger("org.incomingmail").setLevel(Level.INFO);
        // each warns at every start of something that is so by design
        for (String harmless : List.of(
                "org.flywaydb.core.internal.command.DbMigrate",
                "com.hazelcast.instance.impl.HazelcastInstanceFactory",
                "org.glassfish.jersey.internal.inject.Providers",
                "org.eclipse.gemini.blueprint.extender.internal.support.ExtenderConfiguration")) {
            context.getLogger(harmless).setLevel(Level.ERROR);
        }
        for (String chatty : List.of("com.zaxxer.hikari", "org.apache.catalina", "org.apache.coyote")) {
            context.getLogger(chatty).setLevel(Level.WARN);
        }
    }

    /** Where the log is. */
    public static Path file(Path home) {
        return home.resolve("logs").resolve("atlassian-confluence.log");
    }

    /** Writes out what is buffered and lets go of the files. */
    public static void close() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path path) {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setName("atlassian-confluence.log");
        file.setFile(path.toString());
        file.setEncoder(encoder(context));
        file.setTriggeringPolicy(trigger(context));
        file.setRollingPolicy(rolling(context, file, path));
        file.start();
        return file;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> trigger(LoggerContext context) {
        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf(SIZE));
        trigger.start();
        return trigger;
    }

    private static FixedWindowRollingPolicy rolling(
            LoggerContext context, FileAppender<ILoggingEvent> file, Path path) {
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(path + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(KEPT_FILES);
        rolling.start();
        return rolling;
    }

    private static OutputStreamAppender<ILoggingEvent> console(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setEncoder(encoder(context));
        ch.qos.logback.classic.filter.ThresholdFilter errors = new ch.qos.logback.classic.filter.ThresholdFilter();
        errors.setLevel("ERROR");
        errors.start();
        console.addFilter(errors);
        console.start();
        return console;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        context.putObject(
                CoreConstants.PATTERN_RULE_REGISTRY,
                new HashMap<>(Map.of(
                        "hostLogger", LastNames.class.getName(),
                        "hostRequest", RequestLine.class.getName(),
                        "hostTrace", StackTrace.class.getName())));
        encoder.setPattern(LAYOUT);
        encoder.start();
        return encoder;
    }
}
