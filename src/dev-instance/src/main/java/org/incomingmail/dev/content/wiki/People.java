package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.user.User;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users as the wiki needs them. */
public final class People {

    private final UserAccessor users;
    private final UserManager userManager;

    public People(UserAccessor users, UserManager userManager) {
        this.users = users;
        this.userManager = userManager;
    }

    /** The user this thread works for; null for anonymous. */
    public @Nullable ConfluenceUser current() {
        return AuthenticatedUserThreadLocal.get();
    }

    public @Nullable ConfluenceUser byKey(@Nullable String key) {
        return key == null ? null : users.getUserByKey(new UserKey(key));
    }

    public @Nullable ConfluenceUser byName(String name) {
        return users.getUserByName(name);
    }

    /** The same person as the host knows them. */
    public @Nullable ConfluenceUser known(@Nullable User user) {
        if (user == null || user instanceof ConfluenceUser) {
            return (ConfluenceUser) user;
        }
        return users.getUserByName(user.getName());
    }

    public Set<String> groups(User user) {
        return Set.copyOf(users.getGroupNamesForUserName(user.getName()));
    }

    public boolean isActive(User user) {
        return !users.isDeactivated(user);
    }

    public boolean isAdmin(ConfluenceUser user) {
        return userManager.isAdmin(user.getKey()) || userManager.isSystemAdmin(user.getKey());
    }

    public boolean isSystemAdmin(ConfluenceUser user) {
        return userManager.isSystemAdmin(user.getKey());
    }

    static @Nullable String key(@Nullable ConfluenceUser user) {
        return user == null ? null : user.getKey().getStringValue();
    }
}
