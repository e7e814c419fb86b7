/** Decides what a message becomes. */
@NullMarked
package org.incomingmail.engine.routing;

import org.jspecify.annotations.NullMarked;
