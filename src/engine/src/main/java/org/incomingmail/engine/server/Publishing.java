package org.incomingmail.engine.server;

import org.jspecify.annotations.Nullable;

/**
 * Where mail of this server becomes content.
 *
 * @param defaultSpaceKey space of new pages when the address names none; null rejects such mail
 * @param parentPageId parent of new pages in the default space; null is the space's home
 * @param notifyWatchers whether we send our own notifications with signed reply addresses
 */
public record Publishing(@Nullable String defaultSpaceKey, @Nullable Long parentPageId, boolean notifyWatchers) {}
