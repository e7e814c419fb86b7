/** The command line {@code incoming-mail-explain}: raw messages in, one line of JSON for each out. */
@NullMarked
package org.incomingmail.engine.explain.command;

import org.jspecify.annotations.NullMarked;
