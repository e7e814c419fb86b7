package org.incomingmail.confluence.oauth;

/** Nobody has authorized yet. */
final class NotAuthorizedException extends Exception {
    private static final long serialVersionUID = 1L;
}
