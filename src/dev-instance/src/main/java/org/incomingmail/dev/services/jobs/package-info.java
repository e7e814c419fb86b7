/** The host's scheduler: job runners, schedules, and the history the administrator sees. */
@NullMarked
package org.incomingmail.dev.services.jobs;

import org.jspecify.annotations.NullMarked;
