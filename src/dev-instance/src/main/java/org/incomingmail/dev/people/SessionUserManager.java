package org.incomingmail.dev.people;

import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells apps who is asking: the user of the request, or of the thread. */
final class SessionUserManager implements UserManager {
    private final Accounts accounts;

    SessionUserManager(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable UserProfile getRemoteUser(HttpServletRequest request) {
        return Authentication.of(request).map(Authentication::account).orElse(null);
    }

    @Override
    public @Nullable UserProfile getRemoteUser() {
        return getUserProfile(getRemoteUserKey());
    }

    @Override
    public @Nullable UserKey getRemoteUserKey() {
        ConfluenceUser user = AuthenticatedUserThreadLocal.get();
        return user == null ? null : user.getKey();
    }

    @Override
    public @Nullable UserProfile getUserProfile(@Nullable UserKey userKey) {
        return userKey == null ? null : accounts.byKey(userKey).orElse(null);
    }

    @Override
    public @Nullable UserProfile getUserProfile(@Nullable String username) {
        return username == null ? null : accounts.byName(username).orElse(null);
    }

    @Override
    public boolean isSystemAdmin(@Nullable UserKey userKey) {
        return isUserInGroup(userKey, Groups.ADMINISTRATORS);
    }

    /** The instance has one kind of administrator. */
    @Override
    public boolean isAdmin(@Nullable UserKey userKey) {
        return isSystemAdmin(userKey);
    }

    /** A deactivated user is in no group any more. */
    @Override
    public boolean isUserInGroup(@Nullable UserKey userKey, @Nullable String group) {
        return userKey != null
                && group != null
                && accounts.byKey(userKey).filter(Account::active).isPresent()
                && accounts.groupsOf(userKey).contains(group);
    }
}
