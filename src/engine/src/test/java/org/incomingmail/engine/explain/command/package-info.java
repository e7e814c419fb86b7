@NullMarked
package org.incomingmail.engine.explain.command;

import org.jspecify.annotations.NullMarked;
