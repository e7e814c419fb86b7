/** Authorize: the browser goes to the provider and comes back with a code, which becomes a token. */
@NullMarked
package org.incomingmail.dev.applinks.flow;

import org.jspecify.annotations.NullMarked;
