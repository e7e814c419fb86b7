package org.incomingmail.engine.connection;

import java.time.Duration;
import java.util.Map;

/**
 * How one stage of a connection test went.
 *
 * @param details what was found, by a fixed name: addresses, version, cipher, subject, issuer, expires, chain, greeting,
 *     capabilities, client, account, scopes, lacking, refused, refreshed, mechanism, exists, wanted, oldest, newest,
 *     rights
 */
public record StageResult(Stage stage, Verdict verdict, Duration took, Map<String, String> details) {

    /** SKIPPED: an earlier stage failed, or the protocol has no such stage. */
    public enum Verdict {
        PASSED,
        FAILED,
        SKIPPED
    }
}
