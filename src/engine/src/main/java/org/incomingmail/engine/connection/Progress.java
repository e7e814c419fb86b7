package org.incomingmail.engine.connection;

/** Told how opening a mailbox goes on. */
interface Progress {

    Progress UNWATCHED = new Progress() {};

    default void enter(Stage stage) {}

    /** Something found at the present stage. */
    default void found(String what, String value) {}

    /** The stage has not been passed after all: it is to be tried again. */
    default void forget(Stage stage) {}
}
