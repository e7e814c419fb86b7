/** What OAuth 2.0 providers mean when they give no token, and what to do about it. */
@NullMarked
package org.incomingmail.engine.connection.provider;

import org.jspecify.annotations.NullMarked;
