@NullMarked
package org.incomingmail.dev.services;

import org.jspecify.annotations.NullMarked;
