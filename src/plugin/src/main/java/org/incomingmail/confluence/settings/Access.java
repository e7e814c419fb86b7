package org.incomingmail.confluence.settings;

/** Whether a request may administer mail servers. */
public enum Access {
    GRANTED,
    ANONYMOUS,
    NO_SYSTEM_ADMINISTRATOR,
    SECURE_SESSION_NEEDED
}
