package org.incomingmail.dev.people;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.EntityException;
import com.atlassian.user.Group;
import com.atlassian.user.User;
import com.atlassian.user.search.query.EmailTermQuery;
import com.atlassian.user.search.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds users in the instance's database. */
final class StoredUsers implements UserAccessor {
    private final Accounts accounts;

    StoredUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable ConfluenceUser getUserByKey(UserKey key) {
        return accounts.byKey(key).orElse(null);
    }

    @Override
    public @Nullable ConfluenceUser getUserByName(String name) {
        return accounts.byName(name).orElse(null);
    }

    @Override
    public List<String> getGroupNamesForUserName(String username) {
        return accounts.byName(username)
                .map(account -> List.copyOf(accounts.groupsOf(account.key())))
                .orElse(List.of());
    }

    /** Finds deactivated users too, as the host does. */
    @Override
    public List<User> findUsersAsList(Query<User> query) throws EntityException {
        if (query instanceof EmailTermQuery byEmail) {
            return List.copyOf(accounts.byEmail(byEmail.getTerm()));
        }
        throw new EntityException("Users can be searched by EmailTermQuery only, not by "
                + query.getClass().getName());
    }

    @Override
    public @Nullable Group getGroup(String name) {
        return accounts.groups().contains(name) ? () -> name : null;
    }

    @Override
    public List<String> getMemberNamesAsList(Group group) {
        return accounts.membersOf(group.getName());
    }

    @Override
    public boolean isDeactivated(@Nullable User user) {
        return user != null
                && accounts.byName(user.getName())
                        .map(account -> !account.active())
                        .orElse(false);
    }
}
