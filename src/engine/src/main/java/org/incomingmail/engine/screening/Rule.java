package org.incomingmail.engine.screening;

import java.util.regex.Pattern;

/**
 * Something whose value gives a message away.
 *
 * @param subject a header field, or one of {@link #PART}, {@link #FROM} and {@link #SUBJECT}
 */
record Rule(ScreeningCode code, String subject, Pattern value) {
    static final String PART = "@part";
    static final String FROM = "@from";
    static final String SUBJECT = "@subject";

    /** A line of the rules: verdict, subject, regular expression. */
    static Rule of(String line) {
        String[] columns = line.strip().split("\\s+", 3);
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Rule(ScreeningCode.valueOf(columns[0]), columns[1], Pattern.compile(columns[2], flags));
    }

    boolean matches(String actual) {
        return value.matcher(actual.strip()).find();
    }

    /** How the rule is called: by the field it looks at. */
    String name() {
        return switch (subject) {
            case PART -> "Content-Type";
            case FROM -> "From";
            case SUBJECT -> "Subject";
            default -> subject;
        };
    }
}
