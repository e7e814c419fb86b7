package org.incomingmail.dev.content.store;

/**
 * Somebody may do something in a space.
 *
 * @param grantee a user key, a group's name, or empty for anonymous
 */
public record Grant(Right right, GranteeType granteeType, String grantee) {

    /** What may be granted in a space. */
    public enum Right {
        VIEW,
        CREATE_PAGE,
        COMMENT,
        ATTACH,
        ADMINISTER
    }

    /** Whom it may be granted to. */
    public enum GranteeType {
        USER,
        GROUP,
        ANONYMOUS
    }

    public static Grant toGroup(Right right, String group) {
        return new Grant(right, GranteeType.GROUP, group);
    }

    public static Grant toUser(Right right, String userKey) {
        return new Grant(right, GranteeType.USER, userKey);
    }
}
