package org.incomingmail.dev.services.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The logger's last four names, as the host's log has them: confluence.core.actions.ViewAction. */
public final class LastNames extends ClassicConverter {
    private static final int NAMES = 4;

    @Override
    public String convert(ILoggingEvent event) {
        String name = event.getLoggerName();
        int start = name.length();
        for (int names = 0; names < NAMES; names++) {
            start = name.lastIndexOf('.', start - 1);
            if (start < 0) {
                return name;
            }
        }
        return name.substring(start + 1);
    }
}
