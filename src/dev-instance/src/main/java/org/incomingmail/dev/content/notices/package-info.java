/** Mail to those who watch. */
@NullMarked
package org.incomingmail.dev.content.notices;

import org.jspecify.annotations.NullMarked;
