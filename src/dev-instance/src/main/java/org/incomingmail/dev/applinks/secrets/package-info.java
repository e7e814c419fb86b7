/** Secrets at rest. */
@NullMarked
package org.incomingmail.dev.applinks.secrets;

import org.jspecify.annotations.NullMarked;
