/** Opens mailboxes, and says at which stage and why one could not be opened. */
@NullMarked
package org.incomingmail.engine.connection;

import org.jspecify.annotations.NullMarked;
