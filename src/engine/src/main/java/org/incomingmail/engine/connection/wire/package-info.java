/** Sockets that cannot hang, TLS that cannot be talked out of checking, and what was said on them. */
@NullMarked
package org.incomingmail.engine.connection.wire;

import org.jspecify.annotations.NullMarked;
