package org.incomingmail.engine.screening;

/** What screening says of a message. */
public sealed interface Verdict {

    /** A person seems to have written it. */
    record Accepted() implements Verdict {}

    /**
     * It does not become content and gets no answer.
     *
     * @param header the header field and value that decided, for the log
     * @param rule the rule it falls under
     */
    record Rejected(ScreeningCode code, String header, String rule) implements Verdict {}
}
