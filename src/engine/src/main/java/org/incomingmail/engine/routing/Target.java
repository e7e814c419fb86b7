package org.incomingmail.engine.routing;

import org.incomingmail.engine.wiki.WikiContent;

/** What a message answers, as far as its headers say. */
sealed interface Target {

    /** Nothing of ours: a new page. */
    record None() implements Target {}

    /** @param token whether a signed reply address said so */
    record Found(WikiContent content, java.util.Optional<org.incomingmail.engine.trust.ReplyToken> token)
            implements Target {}

    /** It answers something of ours, but cannot be published there. */
    record Refused(RoutingCode code, String argument) implements Target {}
}
