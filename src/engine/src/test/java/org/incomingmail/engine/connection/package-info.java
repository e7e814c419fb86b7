@NullMarked
package org.incomingmail.engine.connection;

import org.jspecify.annotations.NullMarked;
