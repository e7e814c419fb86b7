/** Outgoing links by REST, for scripts and tests. */
@NullMarked
package org.incomingmail.dev.applinks.rest;

import org.jspecify.annotations.NullMarked;
