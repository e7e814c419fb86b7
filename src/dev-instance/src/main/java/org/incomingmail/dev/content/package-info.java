/** Spaces, pages, comments and attachments: the wiki of the dev instance. */
@NullMarked
package org.incomingmail.dev.content;

import org.jspecify.annotations.NullMarked;
