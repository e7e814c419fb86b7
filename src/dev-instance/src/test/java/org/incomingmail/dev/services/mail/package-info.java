@NullMarked
package org.incomingmail.dev.services.mail;

import org.jspecify.annotations.NullMarked;
