/** Apps: the OSGi framework, their life cycle, and the modules of their descriptors. */
@NullMarked
package org.incomingmail.dev.kernel;

import org.jspecify.annotations.NullMarked;
