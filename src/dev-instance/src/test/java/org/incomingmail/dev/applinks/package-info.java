@NullMarked
package org.incomingmail.dev.applinks;

import org.jspecify.annotations.NullMarked;
