@NullMarked
package org.incomingmail.dev.applinks.flow;

import org.jspecify.annotations.NullMarked;
