/** Services of the host that are not about content: database, transactions, scheduler, locks, texts, logs, mail. */
@NullMarked
package org.incomingmail.dev.services;

import org.jspecify.annotations.NullMarked;
