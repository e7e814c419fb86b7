package org.incomingmail.engine.wiki;

/**
 * An active user of the wiki.
 *
 * @param key survives renames
 */
public record WikiUser(String key, String username, String fullName, String email) {}
