/** What an administrator decides about the mail of a mailbox: whom to believe, what to keep out, where it goes. */
@NullMarked
package org.incomingmail.engine.policy;

import org.jspecify.annotations.NullMarked;
