@NullMarked
package org.incomingmail.engine.message;

import org.jspecify.annotations.NullMarked;
