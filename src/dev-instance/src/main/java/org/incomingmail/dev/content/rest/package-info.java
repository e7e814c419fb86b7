/** The public subset of the wiki's REST API, in the shapes of the real host. */
@NullMarked
package org.incomingmail.dev.content.rest;

import org.jspecify.annotations.NullMarked;
