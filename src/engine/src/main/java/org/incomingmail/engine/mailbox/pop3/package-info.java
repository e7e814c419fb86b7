/** POP3 (RFC 1939), spoken directly: Jakarta Mail keeps its own to itself and swallows a failed QUIT. */
@NullMarked
package org.incomingmail.engine.mailbox.pop3;

import org.jspecify.annotations.NullMarked;
