@NullMarked
package org.incomingmail.dev.sandbox;

import org.jspecify.annotations.NullMarked;
