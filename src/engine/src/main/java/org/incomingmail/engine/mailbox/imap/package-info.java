/** IMAP (RFC 3501) on Jakarta Mail's protocol engine. The only room that touches Jakarta Mail. */
@NullMarked
package org.incomingmail.engine.mailbox.imap;

import org.jspecify.annotations.NullMarked;
