/** What administrators do with mail servers, for the screens and the REST API alike. */
@NullMarked
package org.incomingmail.confluence.settings;

import org.jspecify.annotations.NullMarked;
