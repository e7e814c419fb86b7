/** Active Objects tables and the files beside them: the engine's ports for persistence. */
@NullMarked
package org.incomingmail.confluence.storage;

import org.jspecify.annotations.NullMarked;
