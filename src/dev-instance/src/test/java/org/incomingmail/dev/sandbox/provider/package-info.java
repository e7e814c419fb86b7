@NullMarked
package org.incomingmail.dev.sandbox.provider;

import org.jspecify.annotations.NullMarked;
