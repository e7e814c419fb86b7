@NullMarked
package org.incomingmail.confluence.authorization;

import org.jspecify.annotations.NullMarked;
