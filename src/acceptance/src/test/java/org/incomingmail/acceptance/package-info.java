/** Whole-system tests: what a user and an administrator see of the finished app in a running host. */
@NullMarked
package org.incomingmail.acceptance;

import org.jspecify.annotations.NullMarked;
