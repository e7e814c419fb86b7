/** What the administrator entered: mail servers, their defaults, presets and validation. */
@NullMarked
package org.incomingmail.engine.server;

import org.jspecify.annotations.NullMarked;
