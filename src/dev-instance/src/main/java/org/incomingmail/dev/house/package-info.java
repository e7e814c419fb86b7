/** What every room of the dev instance may rely on. Rooms know each other only through these types and host-api. */
@NullMarked
package org.incomingmail.dev.house;

import org.jspecify.annotations.NullMarked;
