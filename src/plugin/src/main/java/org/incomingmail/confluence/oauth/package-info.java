/**
 * The one adapter to the host's OAuth 2.0 client. What the host does not publish to apps, or not in the shape we expect,
 * is met here and nowhere else: every other room sees {@code AccessTokens}, {@code OAuth2Clients} and {@code Consent}.
 */
@NullMarked
package org.incomingmail.confluence.oauth;

import org.jspecify.annotations.NullMarked;
