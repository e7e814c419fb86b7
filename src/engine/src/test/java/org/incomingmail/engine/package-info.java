@NullMarked
package org.incomingmail.engine;

import org.jspecify.annotations.NullMarked;
