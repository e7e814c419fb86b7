@NullMarked
package org.incomingmail.dev.services.jobs;

import org.jspecify.annotations.NullMarked;
