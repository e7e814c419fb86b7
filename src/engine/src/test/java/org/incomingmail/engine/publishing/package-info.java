@NullMarked
package org.incomingmail.engine.publishing;

import org.jspecify.annotations.NullMarked;
