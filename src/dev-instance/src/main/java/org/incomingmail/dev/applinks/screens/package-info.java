/** Admin console > Application links. */
@NullMarked
package org.incomingmail.dev.applinks.screens;

import org.jspecify.annotations.NullMarked;
