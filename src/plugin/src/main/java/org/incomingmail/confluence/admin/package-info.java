/** The screens under General Configuration: Mail Servers and Incoming mail log. */
@NullMarked
package org.incomingmail.confluence.admin;

import org.jspecify.annotations.NullMarked;
