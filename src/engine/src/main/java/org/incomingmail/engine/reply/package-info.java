/** What of a reply its author wrote, and what is quoted or signature. */
@NullMarked
package org.incomingmail.engine.reply;

import org.jspecify.annotations.NullMarked;
