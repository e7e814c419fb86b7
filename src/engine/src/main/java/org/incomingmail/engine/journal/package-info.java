/** What happened to each message, for the administrator. */
@NullMarked
package org.incomingmail.engine.journal;

import org.jspecify.annotations.NullMarked;
