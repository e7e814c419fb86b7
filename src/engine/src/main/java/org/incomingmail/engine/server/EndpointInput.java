package org.incomingmail.engine.server;

import java.time.Duration;
import java.util.Optional;

/** Reads where the mailbox is. */
final class EndpointInput {
    private static final int LONGEST_NAME = 255;
    private static final Duration SECOND = Duration.ofSeconds(1);

    Endpoint read(FieldReader fields, Protocol protocol) {
        return new Endpoint(
                protocol,
                hostname(fields),
                fields.number(Field.PORT, protocol.defaultPort(), 1, 65535),
                fields.choice(Field.START_TLS, StartTls.class).orElse(StartTls.REQUIRE),
                certificates(fields).orElse(null),
                fields.seconds(Field.CONNECT_TIMEOUT, Limits.CONNECT_TIMEOUT, SECOND, Limits.LONGEST_TIMEOUT),
                fields.seconds(Field.READ_TIMEOUT, Limits.READ_TIMEOUT, SECOND, Limits.LONGEST_TIMEOUT));
    }

    private static String hostname(FieldReader fields) {
        String entered = fields.requiredText(Field.HOSTNAME, LONGEST_NAME).orElse("");
        if (Hostname.looksLikeUrl(entered)) {
            fields.reject(Field.HOSTNAME, ServerCode.HOST_IS_URL);
        } else if (Hostname.hasPort(entered)) {
            fields.reject(Field.HOSTNAME, ServerCode.HOST_HAS_PORT);
        }
        Optional<String> hostname = Hostname.read(entered);
        if (hostname.isEmpty()) {
            fields.reject(Field.HOSTNAME, ServerCode.HOST);
        }
        return hostname.orElse("");
    }

    private static Optional<String> certificates(FieldReader fields) {
        Optional<String> pem = fields.lines(Field.CA_CERTIFICATES, Limits.CERTIFICATES);
        if (pem.isPresent() && !Certificates.valid(pem.get())) {
            fields.reject(Field.CA_CERTIFICATES, ServerCode.CERTIFICATES);
        }
        return pem;
    }
}
