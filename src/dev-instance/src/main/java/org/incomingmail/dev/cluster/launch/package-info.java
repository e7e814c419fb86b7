/** Starts a whole cluster on this machine: database, nodes as processes of their own, and the entry in front of them. */
@NullMarked
package org.incomingmail.dev.cluster.launch;

import org.jspecify.annotations.NullMarked;
