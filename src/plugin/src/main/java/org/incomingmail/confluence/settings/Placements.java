package org.incomingmail.confluence.settings;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.HostUsers;
import org.incomingmail.engine.routing.Placement;
import org.incomingmail.engine.wiki.Wiki;
import org.incomingmail.engine.wiki.WikiUser;

/** Reads which space and author an administrator chose for a message. */
@Named
public class Placements {
    private final Wiki wiki;
    private final HostUsers users;

    @Inject
    public Placements(Wiki wiki, HostUsers users) {
        this.wiki = wiki;
        this.users = users;
    }

    /** What was typed can't be used. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        /** What is wrong. */
        public enum What {
            NOTHING,
            SPACE,
            AUTHOR
        }

        private final What what;
        private final String typed;

        Wrong(What what, String typed) {
            super(what + " " + typed);
            this.what = what;
            this.typed = typed;
        }

        public What what() {
            return what;
        }

        public String typed() {
            return typed;
        }
    }

    /**
     * @param space its key; blank leaves it to the message
     * @param author user name or email address; blank leaves it to the message
     */
    public Placement read(String space, String author) throws Wrong {
        if (space.isBlank() && author.isBlank()) {
            throw new Wrong(Wrong.What.NOTHING, "");
        }
        Optional<String> key = Optional.empty();
        if (!space.isBlank()) {
            key = wiki.spaceKey(space.strip());
            if (key.isEmpty()) {
                throw new Wrong(Wrong.What.SPACE, space.strip());
            }
        }
        return new Placement(key, author.isBlank() ? Optional.empty() : Optional.of(user(author.strip())));
    }

    private WikiUser user(String typed) throws Wrong {
        Optional<WikiUser> named = users.named(typed);
        List<WikiUser> addressed = named.isPresent() ? List.of() : wiki.usersByEmail(typed);
        return named.or(() -> addressed.size() == 1 ? Optional.of(addressed.get(0)) : Optional.empty())
                .orElseThrow(() -> new Wrong(Wrong.What.AUTHOR, typed));
    }
}
