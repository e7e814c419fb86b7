/** Who authorized which mail server, what came of it, and what was typed meanwhile. */
@NullMarked
package org.incomingmail.confluence.authorization;

import org.jspecify.annotations.NullMarked;
