@NullMarked
package org.incomingmail.engine.routing;

import org.jspecify.annotations.NullMarked;
