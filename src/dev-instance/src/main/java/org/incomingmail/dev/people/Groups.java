package org.incomingmail.dev.people;

/** The host's two groups with a meaning. */
final class Groups {
    static final String USERS = "confluence-users";

    /** System administrators. */
    static final String ADMINISTRATORS = "confluence-administrators";

    private Groups() {}
}
