@NullMarked
package org.incomingmail.dev.applinks.provider;

import org.jspecify.annotations.NullMarked;
