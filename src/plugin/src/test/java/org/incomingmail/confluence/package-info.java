@NullMarked
package org.incomingmail.confluence;

import org.jspecify.annotations.NullMarked;
