/** The outgoing links: this host as an OAuth 2.0 client of Google, Microsoft or another provider. */
@NullMarked
package org.incomingmail.dev.applinks.links;

import org.jspecify.annotations.NullMarked;
