package com.atlassian.user.search.query;

import com.atlassian.user.User;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** Users whose e-mail address matches a term. */
@HostType(source = "OSS call sites")
public class EmailTermQuery implements Query<User> {
    /** The whole address must match, ignoring case. */
    @Unconfirmed("TermQuery constant")
    public static final String SUBSTRING_MATCH_EXACT = "exact";

    private final String term;

    @Unconfirmed("one-argument constructor: exact match")
    public EmailTermQuery(String term) {
        this.term = term;
    }

    public EmailTermQuery(String term, String matchingRule) {
        this.term = term;
    }

    @Unconfirmed
    public String getTerm() {
        return term;
    }
}
