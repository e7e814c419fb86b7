package org.incomingmail.engine.routing;

import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.wiki.WikiUser;

/** What a message becomes. */
public sealed interface Decision {

    /** In whose name content would be written. */
    default Optional<WikiUser> writer() {
        if (this instanceof NewPage page) {
            return Optional.of(page.author());
        }
        if (this instanceof Hold hold) {
            return hold.otherwise().writer();
        }
        return this instanceof Reply reply ? Optional.of(reply.author()) : Optional.empty();
    }

    /**
     * @param parentPageId empty puts it below the space's home page
     * @param extras what a routing rule adds
     */
    record NewPage(WikiUser author, String spaceKey, Optional<Long> parentPageId, String title, Extras extras)
            implements Decision {

        /** A page without extras. */
        public NewPage(WikiUser author, String spaceKey, Optional<Long> parentPageId, String title) {
            this(author, spaceKey, parentPageId, title, Extras.none());
        }
    }

    /** @param parentCommentId empty makes it a top-level comment */
    record Reply(WikiUser author, long pageId, Optional<Long> parentCommentId) implements Decision {}

    /** @param arguments values for the texts of the code */
    record Reject(RoutingCode code, List<String> arguments) implements Decision {}

    /** An administrator decides; what would be done without is kept. */
    record Hold(RoutingCode code, List<String> arguments, Decision otherwise) implements Decision {}

    /**
     * What a routing rule adds to new content.
     *
     * @param blogPost a blog post instead of a page
     * @param watchers who begin to watch it
     * @param sharedWith who get a mail with a link to it
     */
    record Extras(boolean blogPost, List<String> labels, List<WikiUser> watchers, List<WikiUser> sharedWith) {
        public Extras {
            labels = List.copyOf(labels);
            watchers = List.copyOf(watchers);
            sharedWith = List.copyOf(sharedWith);
        }

        public static Extras none() {
            return new Extras(false, List.of(), List.of(), List.of());
        }
    }
}
