package org.incomingmail.confluence.oauth;

/** The host publishes no OAuth 2.0 client to this app. */
final class NotOfferedException extends Exception {
    private static final long serialVersionUID = 1L;
}
