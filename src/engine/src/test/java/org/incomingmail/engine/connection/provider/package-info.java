@NullMarked
package org.incomingmail.engine.connection.provider;

import org.jspecify.annotations.NullMarked;
