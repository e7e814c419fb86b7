/** The demo's own mail server, and screens to send mail to it and read what arrived. */
@NullMarked
package org.incomingmail.dev.sandbox;

import org.jspecify.annotations.NullMarked;
