@NullMarked
package org.incomingmail.confluence.admin;

import org.jspecify.annotations.NullMarked;
