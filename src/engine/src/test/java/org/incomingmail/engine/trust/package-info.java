@NullMarked
package org.incomingmail.engine.trust;

import org.jspecify.annotations.NullMarked;
