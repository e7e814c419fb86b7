/** Several nodes on one database, as processes of their own behind an entry. */
@NullMarked
package org.incomingmail.acceptance.cluster;

import org.jspecify.annotations.NullMarked;
