/** The port to the wiki: what the engine asks of it. The host side implements it. */
@NullMarked
package org.incomingmail.engine.wiki;

import org.jspecify.annotations.NullMarked;
