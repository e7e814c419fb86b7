/** The app's tables on the databases that the host supports. */
@NullMarked
package org.incomingmail.acceptance.storage;

import org.jspecify.annotations.NullMarked;
