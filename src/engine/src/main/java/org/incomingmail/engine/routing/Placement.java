package org.incomingmail.engine.routing;

import java.util.Optional;
import org.incomingmail.engine.wiki.WikiUser;

/**
 * What an administrator chose in place of what a message says of itself.
 *
 * @param spaceKey makes it a page of this space, even when it answers something
 * @param author writes it, whoever sent it
 */
public record Placement(Optional<String> spaceKey, Optional<WikiUser> author) {

    /** As the message says. */
    public static Placement none() {
        return new Placement(Optional.empty(), Optional.empty());
    }

    /** Whether something was chosen. */
    public boolean chosen() {
        return spaceKey.isPresent() || author.isPresent();
    }
}
