package org.incomingmail.engine.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the mailbox is and how to get there.
 *
 * @param caCertificates PEM of private certificate authorities to trust besides the JVM's, or null
 * @param connectTimeout bound on opening the connection
 * @param readTimeout bound on each wait for the server
 */
public record Endpoint(
        Protocol protocol,
        String hostname,
        int port,
        StartTls startTls,
        @Nullable String caCertificates,
        Duration connectTimeout,
        Duration readTimeout) {}
