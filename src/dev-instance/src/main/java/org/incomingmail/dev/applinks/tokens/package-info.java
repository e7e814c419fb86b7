/** The tokens: stored encrypted, kept alive by refreshing, forgotten when they are worthless. */
@NullMarked
package org.incomingmail.dev.applinks.tokens;

import org.jspecify.annotations.NullMarked;
