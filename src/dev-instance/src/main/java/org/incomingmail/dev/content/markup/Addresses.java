package org.incomingmail.dev.content.markup;

/** Where things in the wiki are found by a browser; empty when there is no such thing or it may not be seen. */
public interface Addresses {

    /** An attachment of the content that is shown. */
    String attachment(String fileName);

    /** An attachment of a page. */
    String attachment(String spaceKey, String pageTitle, String fileName);

    /** A page; the space key is empty for the space of the content that is shown. */
    String page(String spaceKey, String title);

    /** The name of a user to be mentioned. */
    String userName(String userKey);
}
