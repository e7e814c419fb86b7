package org.incomingmail.engine.trust;

/**
 * What is known of the sender.
 *
 * @param evidence what says so, for the log: a method with its result, or why there is none
 */
public record Trust(Level level, String evidence) {}
