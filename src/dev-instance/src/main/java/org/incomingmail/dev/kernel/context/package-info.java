/** The one package of the instance that its scanner-runtime bundle imports. */
@NullMarked
package org.incomingmail.dev.kernel.context;

import org.jspecify.annotations.NullMarked;
