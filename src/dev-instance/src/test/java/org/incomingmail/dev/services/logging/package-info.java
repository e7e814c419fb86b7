@NullMarked
package org.incomingmail.dev.services.logging;

import org.jspecify.annotations.NullMarked;
