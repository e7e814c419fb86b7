/** The wiki in the browser. */
@NullMarked
package org.incomingmail.dev.content.screens;

import org.jspecify.annotations.NullMarked;
