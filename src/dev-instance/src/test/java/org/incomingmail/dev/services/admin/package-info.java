@NullMarked
package org.incomingmail.dev.services.admin;

import org.jspecify.annotations.NullMarked;
