/** Which node of a cluster looks after which mailbox. */
@NullMarked
package org.incomingmail.engine.nodes;

import org.jspecify.annotations.NullMarked;
