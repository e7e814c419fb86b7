/** The screens and the REST resource with which administrators install and switch apps. */
@NullMarked
package org.incomingmail.dev.apps;

import org.jspecify.annotations.NullMarked;
