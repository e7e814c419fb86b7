/** The engine's ports to the wiki, its transactions and its locks, on services of the host. */
@NullMarked
package org.incomingmail.confluence.host;

import org.jspecify.annotations.NullMarked;
