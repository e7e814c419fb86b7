/** The REST API {@code rest/incoming-mail/1.0}; the screens use it, too. Described by openapi.json beside these classes. */
@NullMarked
package org.incomingmail.confluence.rest;

import org.jspecify.annotations.NullMarked;
