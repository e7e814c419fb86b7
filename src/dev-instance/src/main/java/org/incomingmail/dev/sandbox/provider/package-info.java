/**
 * An OAuth 2.0 authorization server of somebody else, for the demo and for fast tests: {@link
 * org.incomingmail.dev.sandbox.provider.Provider} is the door.
 */
@NullMarked
package org.incomingmail.dev.sandbox.provider;

import org.jspecify.annotations.NullMarked;
