package org.incomingmail.dev.sandbox.provider;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged meanwhile, down to the last detail and with stack traces. */
public final class HeardLogs extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final List<String> LISTENED_TO = List.of("org.incomingmail", "com.nimbusds", "com.icegreen");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public HeardLogs() {
        start();
        for (String name : LISTENED_TO) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setLevel(Level.ALL);
            logger.setAdditive(false);
            logger.addAppender(this);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        for (String name : LISTENED_TO) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setLevel(null);
            logger.setAdditive(true);
            logger.detachAppender(this);
        }
        stop();
    }
}
