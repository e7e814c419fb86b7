/** Nodes that are killed at every step of delivery, again and again; afterwards each mail has exactly one outcome. */
@NullMarked
package org.incomingmail.acceptance.kill;

import org.jspecify.annotations.NullMarked;
