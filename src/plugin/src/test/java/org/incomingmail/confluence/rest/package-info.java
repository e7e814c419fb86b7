@NullMarked
package org.incomingmail.confluence.rest;

import org.jspecify.annotations.NullMarked;
