@NullMarked
package org.incomingmail.confluence.oauth;

import org.jspecify.annotations.NullMarked;
