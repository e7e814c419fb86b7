package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.Comment;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.user.User;
import java.util.Set;
import org.incomingmail.dev.content.store.Grant;
import org.incomingmail.dev.content.store.Grant.Right;
import org.incomingmail.dev.content.store.GrantTable;
import org.jspecify.annotations.Nullable;

/** Decides from the grants of the space; system administrators may do everything. */
public final class Permissions implements PermissionManager {

    private final GrantTable grants;
    private final People people;

    Permissions(GrantTable grants, People people) {
        this.grants = grants;
        this.people = people;
    }

    @Override
    public boolean hasPermission(@Nullable User user, Permission permission, @Nullable Object target) {
        ConfluenceUser person = people.known(user);
        if (target == TARGET_APPLICATION || target == TARGET_SYSTEM) {
            return ofTheWiki(person, permission, target == TARGET_SYSTEM);
        }
        Space space = Spaces.of(target);
        if (space == null || isDeleted(target)) {
            return false;
        }
        if (permission == Permission.VIEW) {
            return may(person, Right.VIEW, space);
        }
        if (permission == Permission.EDIT && target instanceof Comment) {
            return isOwn(person, (Comment) target) && may(person, Right.COMMENT, space)
                    || may(person, Right.ADMINISTER, space);
        }
        Right right = permission == Permission.ADMINISTER || target instanceof Space
                ? Right.ADMINISTER
                : target instanceof Attachment ? Right.ATTACH : Right.CREATE_PAGE;
        return may(person, right, space);
    }

    @Override
    public boolean hasCreatePermission(@Nullable User user, @Nullable Object container, Class<?> typeToCreate) {
        ConfluenceUser person = people.known(user);
        if (typeToCreate == Space.class) {
            return person != null && people.isActive(person) && people.isAdmin(person);
        }
        Space space = Spaces.of(container);
        if (space == null || isDeleted(container)) {
            return false;
        }
        if (Comment.class.isAssignableFrom(typeToCreate)) {
            return may(person, Right.COMMENT, space);
        }
        if (Attachment.class.isAssignableFrom(typeToCreate)) {
            return may(person, Right.ATTACH, space);
        }
        return AbstractPage.class.isAssignableFrom(typeToCreate) && may(person, Right.CREATE_PAGE, space);
    }

    /** Whether somebody may delete content: their own, or as an administrator of the space. */
    public boolean mayRemove(@Nullable User user, ContentEntityObject content) {
        ConfluenceUser person = people.known(user);
        return hasPermission(person, Permission.ADMINISTER, content)
                || isOwn(person, content) && hasPermission(person, Permission.EDIT, content);
    }

    private boolean ofTheWiki(@Nullable ConfluenceUser user, Permission permission, boolean system) {
        if (user == null || !people.isActive(user)) {
            return false;
        }
        if (permission == Permission.VIEW && !system) {
            return true;
        }
        return system ? people.isSystemAdmin(user) : people.isAdmin(user);
    }

    /** Every right in a space is worth nothing to somebody who can't see it. */
    private boolean may(@Nullable ConfluenceUser user, Right right, Space space) {
        if (user != null && !people.isActive(user)) {
            return false;
        }
        if (user != null && people.isSystemAdmin(user)) {
            return true;
        }
        Set<String> groups = user == null ? Set.of() : people.groups(user);
        boolean view = false;
        boolean granted = false;
        for (Grant grant : grants.of(space.getId())) {
            if (concerns(grant, user, groups)) {
                view |= grant.right() == Right.VIEW;
                granted |= grant.right() == right;
            }
        }
        return view && granted;
    }

    private static boolean concerns(Grant grant, @Nullable ConfluenceUser user, Set<String> groups) {
        return switch (grant.granteeType()) {
            case ANONYMOUS -> true;
            case GROUP -> groups.contains(grant.grantee());
            case USER -> grant.grantee().equals(People.key(user));
        };
    }

    private static boolean isOwn(@Nullable ConfluenceUser user, ContentEntityObject content) {
        ConfluenceUser creator = content.getCreator();
        return user != null && creator != null && creator.getKey().equals(user.getKey());
    }

    private static boolean isDeleted(@Nullable Object target) {
        if (!(target instanceof ContentEntityObject)) {
            return false;
        }
        Object container = target instanceof Comment
                ? ((Comment) target).getContainer()
                : target instanceof Attachment ? ((Attachment) target).getContainer() : null;
        return ((ContentEntityObject) target).isDeleted() || isDeleted(container);
    }
}
