@NullMarked
package org.incomingmail.confluence.settings;

import org.jspecify.annotations.NullMarked;
