@org.jspecify.annotations.NullMarked
package org.incomingmail.engine.policy;
