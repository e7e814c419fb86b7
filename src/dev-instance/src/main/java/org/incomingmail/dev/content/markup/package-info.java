/** Storage format: what may be stored, and how it is shown. */
@NullMarked
package org.incomingmail.dev.content.markup;

import org.jspecify.annotations.NullMarked;
