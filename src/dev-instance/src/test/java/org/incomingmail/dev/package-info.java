@NullMarked
package org.incomingmail.dev;

import org.jspecify.annotations.NullMarked;
