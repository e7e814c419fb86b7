/**
 * Login with OAuth 2.0 tokens, over TLS. GreenMail checks passwords only and has neither OAUTHBEARER nor the error
 * challenge of RFC 7628, so the dialogue before login is ours; what comes after it is GreenMail's.
 */
@NullMarked
package org.incomingmail.dev.sandbox.login;

import org.jspecify.annotations.NullMarked;
