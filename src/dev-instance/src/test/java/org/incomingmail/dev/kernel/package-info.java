@NullMarked
package org.incomingmail.dev.kernel;

import org.jspecify.annotations.NullMarked;
