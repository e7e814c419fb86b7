/** An opened mailbox: lists what is new, streams it out, settles what was processed. */
@NullMarked
package org.incomingmail.engine.mailbox;

import org.jspecify.annotations.NullMarked;
