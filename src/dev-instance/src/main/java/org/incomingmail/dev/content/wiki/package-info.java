/** The host services about content. */
@NullMarked
package org.incomingmail.dev.content.wiki;

import org.jspecify.annotations.NullMarked;
