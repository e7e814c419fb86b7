package org.incomingmail.dev.services.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line under a message that says in which request it happened; nothing outside of one. */
public final class RequestLine extends ClassicConverter {
    static final String URL = "url";
    static final String USER = "userName";
    static final String TRACE = "traceId";

    @Override
    public String convert(ILoggingEvent event) {
        Map<String, String> request = event.getMDCPropertyMap();
        String said = Stream.of(URL, USER, TRACE)
                .filter(request::containsKey)
                .map(key -> key + ": "
                        + String.valueOf(request.get(key)).replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?"))
                .collect(Collectors.joining(" | "));
        return said.isEmpty() ? "" : " -- " + said + System.lineSeparator();
    }
}
