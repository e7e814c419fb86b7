/** What the host's scheduler runs for the app. */
@NullMarked
package org.incomingmail.confluence.jobs;

import org.jspecify.annotations.NullMarked;
