package org.incomingmail.engine.screening;

import java.util.regex.Pattern;

/** A header field whose value gives a message away. */
record HeaderRule(ScreeningCode code, String header, Pattern value) {

    static HeaderRule rule(ScreeningCode code, String header, String regex) {
        return new HeaderRule(code, header, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    boolean matches(String actual) {
        return value.matcher(actual.strip()).find();
    }
}
