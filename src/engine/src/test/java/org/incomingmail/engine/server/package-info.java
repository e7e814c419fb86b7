@NullMarked
package org.incomingmail.engine.server;

import org.jspecify.annotations.NullMarked;
