/** The only place that knows the whole walk of a message: read it first. */
@NullMarked
package org.incomingmail.engine.delivery;

import org.jspecify.annotations.NullMarked;
