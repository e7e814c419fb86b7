/** Unpacks winmail.dat: Transport Neutral Encapsulation Format, as Outlook and Exchange send it (MS-OXTNEF). */
@NullMarked
package org.incomingmail.engine.message.tnef;

import org.jspecify.annotations.NullMarked;
