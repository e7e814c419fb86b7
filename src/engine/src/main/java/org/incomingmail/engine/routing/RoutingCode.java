package org.incomingmail.engine.routing;

import org.incomingmail.engine.failure.Code;

/** Why a message has no place in the wiki. */
public enum RoutingCode implements Code {
    SENDER_UNKNOWN("IM-SENDER-UNKNOWN"),
    SENDER_AMBIGUOUS("IM-SENDER-AMBIGUOUS"),
    NO_SPACE("IM-NO-SPACE"),
    SPACE_UNKNOWN("IM-SPACE-UNKNOWN"),
    NO_PERMISSION_PAGE("IM-NO-PERMISSION-PAGE"),
    NO_PERMISSION_COMMENT("IM-NO-PERMISSION-COMMENT"),
    TARGET_GONE("IM-TARGET-GONE"),
    TOKEN_INVALID("IM-TOKEN-INVALID"),
    TOKEN_MISMATCH("IM-TOKEN-MISMATCH"),
    TOKEN_EXPIRED("IM-TOKEN-EXPIRED"),
    /** Argument: the rule. */
    RULE_REJECTED("IM-RULE-REJECTED"),
    /** Argument: the rule. */
    RULE_HELD("IM-RULE-HELD");

    private final String id;

    RoutingCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
