/** Auto-replies, bulk, bounces, own mail: what must not become content. */
@NullMarked
package org.incomingmail.engine.screening;

import org.jspecify.annotations.NullMarked;
