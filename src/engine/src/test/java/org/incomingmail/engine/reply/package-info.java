@NullMarked
package org.incomingmail.engine.reply;

import org.jspecify.annotations.NullMarked;
