/** The dev instance: plays the host's part honestly; nothing in it is special to any app. */
@NullMarked
package org.incomingmail.dev;

import org.jspecify.annotations.NullMarked;
