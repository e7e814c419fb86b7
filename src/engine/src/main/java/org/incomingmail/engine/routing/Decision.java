package org.incomingmail.engine.routing;

import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.wiki.WikiUser;

/** What a message becomes. */
public sealed interface Decision {

    /** @param parentPageId empty puts it below the space's home page */
    record NewPage(WikiUser author, String spaceKey, Optional<Long> parentPageId, String title) implements Decision {}

    /** @param parentCommentId empty makes it a top-level comment */
    record Reply(WikiUser author, long pageId, Optional<Long> parentCommentId) implements Decision {}

    /** @param arguments values for the texts of the code */
    record Reject(RoutingCode code, List<String> arguments) implements Decision {}
}
