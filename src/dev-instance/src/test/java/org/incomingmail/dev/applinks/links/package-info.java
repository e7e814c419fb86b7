@NullMarked
package org.incomingmail.dev.applinks.links;

import org.jspecify.annotations.NullMarked;
