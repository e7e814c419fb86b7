@NullMarked
package org.incomingmail.confluence.notices;

import org.jspecify.annotations.NullMarked;
