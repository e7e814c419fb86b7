/** Tests of the storage format. */
@NullMarked
package org.incomingmail.dev.content.markup;

import org.jspecify.annotations.NullMarked;
