/** Several nodes on one database: who is there, what they share, and the screen that shows it. */
@NullMarked
package org.incomingmail.dev.cluster;

import org.jspecify.annotations.NullMarked;
