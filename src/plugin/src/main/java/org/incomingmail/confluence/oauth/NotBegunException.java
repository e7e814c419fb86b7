package org.incomingmail.confluence.oauth;

/** Nothing was begun in this session, or it was ended already. */
final class NotBegunException extends Exception {
    private static final long serialVersionUID = 1L;
}
