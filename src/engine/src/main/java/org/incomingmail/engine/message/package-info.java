/** From raw bytes to an IncomingMessage: MIME, charsets, reply text. */
@NullMarked
package org.incomingmail.engine.message;

import org.jspecify.annotations.NullMarked;
