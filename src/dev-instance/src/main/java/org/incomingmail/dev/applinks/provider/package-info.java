/** Talking to a provider: its token endpoint, bounded in time and size, and what it may answer. */
@NullMarked
package org.incomingmail.dev.applinks.provider;

import org.jspecify.annotations.NullMarked;
