/** The app: fills the engine's ports with services of the host, and gives administrators their screens. */
@NullMarked
package org.incomingmail.confluence;

import org.jspecify.annotations.NullMarked;
