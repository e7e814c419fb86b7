/** Application links with OAuth 2.0 clients: outgoing links, the authorization code flow, tokens that stay alive. */
@NullMarked
package org.incomingmail.dev.applinks;

import org.jspecify.annotations.NullMarked;
