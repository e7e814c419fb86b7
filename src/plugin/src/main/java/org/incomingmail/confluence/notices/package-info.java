/** Tells administrators what they must mend, and when it is mended: by mail, once each, and on their screens. */
@NullMarked
package org.incomingmail.confluence.notices;

import org.jspecify.annotations.NullMarked;
