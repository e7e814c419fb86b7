/** Tables and files of the content room. */
@NullMarked
package org.incomingmail.dev.content.store;

import org.jspecify.annotations.NullMarked;
