package org.incomingmail.engine.message.tnef;

/**
 * A file inside, still lying where it is.
 *
 * @param name its long name where it has one; empty when it has none
 * @param mediaType as the sender says, empty when it does not say
 * @param contentId without angle brackets, empty when there is none
 * @param start where its bytes begin in the TNEF stream
 * @param size in bytes
 */
public record TnefFile(TnefText name, String mediaType, String contentId, long start, long size) {}
