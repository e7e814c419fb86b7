/** Says what production would do with a message and why, without doing it: the command line and the dry run. */
@NullMarked
package org.incomingmail.engine.explain;

import org.jspecify.annotations.NullMarked;
