/** The nodes of the cluster that run this app, and what each looks after. */
@NullMarked
package org.incomingmail.confluence.nodes;

import org.jspecify.annotations.NullMarked;
