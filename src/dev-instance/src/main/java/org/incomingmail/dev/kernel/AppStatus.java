package org.incomingmail.dev.kernel;

import java.util.List;

/**
 * An installed app as its administrator sees it.
 *
 * @param enabled whether it should run
 * @param running whether it does
 * @param problems what did not work when it was enabled, in words
 */
public record AppStatus(Descriptor descriptor, boolean enabled, boolean running, List<String> problems) {}
