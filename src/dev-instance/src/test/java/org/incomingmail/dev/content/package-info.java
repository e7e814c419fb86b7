/** Tests of the wiki. */
@NullMarked
package org.incomingmail.dev.content;

import org.jspecify.annotations.NullMarked;
