/** Real and hostile mail servers for tests. */
@NullMarked
package org.incomingmail.engine.mailserver;

import org.jspecify.annotations.NullMarked;
