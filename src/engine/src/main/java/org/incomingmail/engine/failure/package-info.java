/** Stable codes of everything that can go wrong. */
@NullMarked
package org.incomingmail.engine.failure;

import org.jspecify.annotations.NullMarked;
