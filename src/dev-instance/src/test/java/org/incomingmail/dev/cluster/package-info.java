@NullMarked
package org.incomingmail.dev.cluster;

import org.jspecify.annotations.NullMarked;
