/** The host's log: atlassian-confluence.log in the home folder, levels changed at run time. */
@NullMarked
package org.incomingmail.dev.services.logging;

import org.jspecify.annotations.NullMarked;
