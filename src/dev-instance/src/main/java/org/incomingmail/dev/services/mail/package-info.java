/** The host's outgoing mail server and its queue. */
@NullMarked
package org.incomingmail.dev.services.mail;

import org.jspecify.annotations.NullMarked;
