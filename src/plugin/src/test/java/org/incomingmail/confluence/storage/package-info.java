@NullMarked
package org.incomingmail.confluence.storage;

import org.jspecify.annotations.NullMarked;
