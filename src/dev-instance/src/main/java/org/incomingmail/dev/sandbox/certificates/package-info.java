/** The sandbox's own certificate authority. */
@NullMarked
package org.incomingmail.dev.sandbox.certificates;

import org.jspecify.annotations.NullMarked;
