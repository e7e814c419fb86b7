package com.atlassian.confluence.user;

import com.atlassian.user.EntityException;
import com.atlassian.user.Group;
import com.atlassian.user.User;
import com.atlassian.user.search.query.Query;
import java.util.List;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Users and groups of the wiki. */
@HostType(source = "Confluence Javadoc 6.10.1 and 8.1.1")
public interface UserAccessor extends ConfluenceUserResolver {
    List<String> getGroupNamesForUserName(String username);

    @Unconfirmed("listed in 6.10.1 by name; replaces findUsers(Query)")
    List<User> findUsersAsList(Query<User> query) throws EntityException;

    /** Null when there is no such group. */
    @Unconfirmed("by name in 6.10.1")
    @Nullable
    Group getGroup(String name);

    @Unconfirmed("by name in 6.10.1")
    List<String> getMemberNamesAsList(Group group);

    @Unconfirmed
    boolean isDeactivated(@Nullable User user);
}
