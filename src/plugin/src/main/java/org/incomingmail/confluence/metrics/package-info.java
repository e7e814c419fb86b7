/** What is counted and timed, for Prometheus, JMX and load balancers. */
@NullMarked
package org.incomingmail.confluence.metrics;

import org.jspecify.annotations.NullMarked;
