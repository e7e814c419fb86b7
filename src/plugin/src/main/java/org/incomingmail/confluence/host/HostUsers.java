package org.incomingmail.confluence.host;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.EntityException;
import com.atlassian.user.User;
import com.atlassian.user.search.query.EmailTermQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.message.MailAddress;
import org.incomingmail.engine.wiki.WikiUser;

/** Finds active users of the host. */
@Named
public class HostUsers {
    private final UserAccessor users;

    @Inject
    public HostUsers(UserAccessor users) {
        this.users = users;
    }

    List<WikiUser> byEmail(String address) {
        Map<String, WikiUser> found = new LinkedHashMap<>();
        try {
            for (String spelling : MailAddress.spellings(address)) {
                for (User user : users.findUsersAsList(new EmailTermQuery(spelling))) {
                    // the search may match more loosely than we trust it to
                    ConfluenceUser known = users.getUserByName(user.getName());
                    if (known != null && active(known) && spelling.equalsIgnoreCase(known.getEmail())) {
                        found.put(known.getKey().getStringValue(), wikiUser(known));
                    }
                }
            }
        } catch (EntityException e) {
            throw new IllegalStateException("The user directory did not answer", e);
        }
        return List.copyOf(found.values());
    }

    /** By the name that they log in with. */
    public Optional<WikiUser> named(String username) {
        return Optional.ofNullable(users.getUserByName(username))
                .filter(this::active)
                .map(HostUsers::wikiUser);
    }

    Optional<WikiUser> byKey(String key) {
        return Optional.ofNullable(users.getUserByKey(new UserKey(key)))
                .filter(this::active)
                .map(HostUsers::wikiUser);
    }

    ConfluenceUser host(WikiUser user) {
        ConfluenceUser found = users.getUserByKey(new UserKey(user.key()));
        if (found == null) {
            throw new IllegalStateException("User " + user.username() + " is gone");
        }
        return found;
    }

    boolean active(ConfluenceUser user) {
        return !users.isDeactivated(user);
    }

    private static WikiUser wikiUser(ConfluenceUser user) {
        return new WikiUser(user.getKey().getStringValue(), user.getName(), user.getFullName(), user.getEmail());
    }
}
