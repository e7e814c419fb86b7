package org.incomingmail.dev.applinks.tokens;

/** Who has a token. */
public enum Holder {
    /** Nobody yet: the app that began the flow has not taken it. */
    PENDING,
    /** An app, which keeps the token's id. */
    APP,
    /** The link itself, authorized in Application links to try it out. */
    LINK
}
