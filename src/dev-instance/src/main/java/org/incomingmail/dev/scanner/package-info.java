/**
 * Runs inside the framework, as a bundle of its own: reads the component index of apps into their Spring contexts.
 * The host's loader never loads these classes.
 */
@NullMarked
package org.incomingmail.dev.scanner;

import org.jspecify.annotations.NullMarked;
