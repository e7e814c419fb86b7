@NullMarked
package org.incomingmail.engine.mailbox;

import org.jspecify.annotations.NullMarked;
