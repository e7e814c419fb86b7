package org.incomingmail.dev.services.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/** The trace of an exception, whose messages cannot start a line of their own. */
public final class StackTrace extends ThrowableProxyConverter {
    private static final Pattern LINE_OF_A_MESSAGE = Pattern.compile("(?>\\R)(?!\t|Caused by: |$)");

    @Override
    public String convert(ILoggingEvent event) {
        return LINE_OF_A_MESSAGE.matcher(super.convert(event)).replaceAll(" | ");
    }
}
