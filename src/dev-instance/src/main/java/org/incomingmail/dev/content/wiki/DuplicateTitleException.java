package org.incomingmail.dev.content.wiki;

/** The space has a page of this title already, ignoring case. */
public final class DuplicateTitleException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public DuplicateTitleException(String message) {
        super(message);
    }
}
