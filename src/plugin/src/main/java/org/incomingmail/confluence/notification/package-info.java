/** Our own notification mail to watchers, whose signed reply address leads back to the content. */
@NullMarked
package org.incomingmail.confluence.notification;

import org.jspecify.annotations.NullMarked;
