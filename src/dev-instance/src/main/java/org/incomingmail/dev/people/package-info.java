/** Users and groups, login, secure administrator sessions, XSRF tokens, languages. */
@NullMarked
package org.incomingmail.dev.people;

import org.jspecify.annotations.NullMarked;
