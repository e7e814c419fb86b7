@NullMarked
package org.incomingmail.engine.screening;

import org.jspecify.annotations.NullMarked;
