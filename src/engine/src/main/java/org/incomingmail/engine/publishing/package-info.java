/** From a decision to content: storage format, titles, attachments. */
@NullMarked
package org.incomingmail.engine.publishing;

import org.jspecify.annotations.NullMarked;
