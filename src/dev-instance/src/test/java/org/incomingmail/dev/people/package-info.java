@NullMarked
package org.incomingmail.dev.people;

import org.jspecify.annotations.NullMarked;
