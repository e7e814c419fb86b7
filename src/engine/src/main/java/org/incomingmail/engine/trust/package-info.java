/** Who the author is and how sure we are. */
@NullMarked
package org.incomingmail.engine.trust;

import org.jspecify.annotations.NullMarked;
