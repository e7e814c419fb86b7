package org.incomingmail.dev.content;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import com.atlassian.user.Group;
import com.atlassian.user.User;
import com.atlassian.user.search.query.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Admin, Alice and Bob, and a stranger in no group. */
final class Folk implements UserAccessor, UserManager {

    static final Person ADMIN = new Person("admin", "Ada Admin");
    static final Person ALICE = new Person("alice", "Alice Example");
    static final Person BOB = new Person("bob", "Bob Example");
    static final Person STRANGER = new Person("stranger", "Sam Stranger");

    final Set<String> deactivated = new HashSet<>();

    @Override
    public @Nullable ConfluenceUser getUserByKey(UserKey key) {
        return Stream.of(ADMIN, ALICE, BOB, STRANGER)
                .filter(person -> person.getKey().equals(key))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable ConfluenceUser getUserByName(String name) {
        return getUserByKey(new UserKey("key-" + name));
    }

    @Override
    public List<String> getGroupNamesForUserName(String username) {
        return switch (username) {
            case "admin" -> List.of("confluence-administrators", "confluence-users");
            case "stranger" -> List.of();
            default -> List.of("confluence-users");
        };
    }

    @Override
    public List<User> findUsersAsList(Query<User> query) {
        return List.of();
    }

    @Override
    public boolean isDeactivated(@Nullable User user) {
        return user != null && deactivated.contains(user.getName());
    }

    @Override
    public boolean isSystemAdmin(@Nullable UserKey userKey) {
        return ADMIN.getKey().equals(userKey);
    }

    @Override
    public boolean isAdmin(@Nullable UserKey userKey) {
        return isSystemAdmin(userKey);
    }

    @Override
    public boolean isUserInGroup(@Nullable UserKey userKey, @Nullable String group) {
        return false;
    }

    @Override
    public @Nullable UserProfile getRemoteUser(HttpServletRequest request) {
        return null;
    }

    @Override
    public @Nullable UserProfile getRemoteUser() {
        return null;
    }

    @Override
    public @Nullable UserKey getRemoteUserKey() {
        return null;
    }

    @Override
    public @Nullable UserProfile getUserProfile(@Nullable UserKey userKey) {
        return null;
    }

    @Override
    public @Nullable UserProfile getUserProfile(@Nullable String username) {
        return null;
    }

    @Override
    public @Nullable Group getGroup(String name) {
        return null;
    }

    @Override
    public List<String> getMemberNamesAsList(Group group) {
        return List.of();
    }
}
