/** Admin console: logging, scheduled jobs, system information, outgoing mail. */
@NullMarked
package org.incomingmail.dev.services.admin;

import org.jspecify.annotations.NullMarked;
