@NullMarked
package org.incomingmail.dev.applinks.tokens;

import org.jspecify.annotations.NullMarked;
