/** OAuth 2.0 with a real provider, Keycloak, and a real mail server, Dovecot. */
@NullMarked
package org.incomingmail.acceptance.oauth;

import org.jspecify.annotations.NullMarked;
