/** Keeps mailboxes open that tell when mail arrives (IMAP IDLE, RFC 2177), many on few threads. */
@NullMarked
package org.incomingmail.engine.push;

import org.jspecify.annotations.NullMarked;
