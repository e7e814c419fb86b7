package org.incomingmail.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.incomingmail.engine.message.Mails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own mail system is mx.example.net; the sender claims to be ann@example.com. */
class AppraisalTest {
    private static final TrustPolicy POLICY = new TrustPolicy(List.of("mx.example.net"), Map.of());

    private static Trust trust(String headers, TrustPolicy policy) {
        String mail = headers + "\r\nFrom: Ann <ann@example.com>\r\nTo: wiki@example.net\r\n\r\nHello";
        return Appraisal.of(Mails.read(mail), "ann@example.com", false, policy);
    }

    private static Level level(String headers) {
        return trust(headers, POLICY).level();
    }

    private static Level results(String results) {
        return level("Authentication-Results: " + results);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.example.net; dmarc=pass header.from=example.com",
                "MX.Example.NET 1; dmarc=pass (p=REJECT sp=NONE) header.from=Example.COM",
                "mx.example.net; dkim/1=pass header.d=example.com header.b=\"a/b=c\"",
                "mx.example.net; dkim=fail header.d=example.com; dkim=pass header.d=example.com",
                "mx.example.net; dkim=pass header.i=@example.com header.s=2026 header.b=abc=",
                "mx.example.net; spf=pass (x: domain of ann@example.com designates) smtp.mailfrom=ann@example.com",
                "mx.example.net; spf=pass smtp.mailfrom=example.com; dmarc=none header.from=example.com",
                "mx.example.net; dkim=pass reason=\"good; signature\" header.d = example.com",
                "(who (nested \\) ) says) mx.example.net (v) ; (a) dmarc (b) = (c) pass (d) header.from (e) = (f) example.com",
                "\"mx.example.net\"; dmarc=pass policy.published-domain-policy=none header.from=example.com",
                "mx.example.net;\r\n\tdmarc=pass\r\n\theader.from=example.com",
                "mx.example.net; spf=pass smtp.mailfrom=\"ann x\"@example.com",
                "mx.example.net; dmarc=pass header.from=example.com;",
            })
    void theSendersDomainIsProved(String results) {
        assertThat(results(results)).isEqualTo(Level.AUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.evil.test; dmarc=pass header.from=example.com",
                "mx.example.net.evil.test; dmarc=pass header.from=example.com",
                "x (mx.example.net); dmarc=pass header.from=example.com",
                "mx.example.net 2; dmarc=pass header.from=example.com",
                "mx.example.net; dmarc=pass",
                "mx.example.net; dmarc=pass header.from=evil.test",
                "mx.example.net; dmarc=pass header.from=evil.test header.from=example.com",
                "mx.example.net; dmarc=pass header.from=example.com; dmarc=pass header.from=evil.test",
                "mx.example.net; spf=none (dmarc=pass header.from=example.com)",
                "mx.example.net; spf=fail reason=\"; dmarc=pass header.from=example.com\"",
                "mx.example.net; spf=pass smtp.mailfrom=\"x; dmarc=pass header.from=example.com\"@evil.test",
                "mx.example.net; spf=pass smtp.mailfrom=x; dmarc=pass header.from=example.com y@evil.test",
                "mx.example.net; spf=pass smtp.mailfrom=x; dmarc=pass header.from=example.com z=@evil.test",
                "mx.example.net; dkim=pass header.d=evil.test",
                "mx.example.net; dkim=pass header.d=com",
                "mx.example.net; dkim=pass header.d=sub.example.com",
                "mx.example.net; dkim=pass header.d=notexample.com",
                "mx.example.net; dkim=neutral header.d=example.com",
                "mx.example.net; dkim=pass header.from=example.com",
                "mx.example.net; dkim/2=pass header.d=example.com",
                "mx.example.net; spf=pass smtp.helo=example.com",
                "mx.example.net; spf=softfail smtp.mailfrom=ann@example.com",
                "mx.example.net; arc=pass header.d=example.com",
                "mx.example.net; dmarc=pass policy.from=example.com",
                "mx.example.net; dmarc=passed header.from=example.com",
                "mx.example.net; dmarc=pass (header.from=example.com",
                "mx.example.net; none",
                "mx.example.net",
                "; dmarc=pass header.from=example.com",
                "dmarc=pass header.from=example.com",
                "",
            })
    void thisProvesNothing(String results) {
        assertThat(results(results)).isEqualTo(Level.KNOWN_ADDRESS);
    }

    @Test
    void onlyTheTopmostFieldOfOurNameCounts() {
        String forged = "Authentication-Results: mx.example.net; dmarc=pass header.from=example.com";
        assertThat(level("Authentication-Results: mx.example.net; dmarc=none\r\n" + forged))
                .isEqualTo(Level.KNOWN_ADDRESS);
        assertThat(level("Authentication-Results: mx.example.net; (broken\r\n" + forged))
                .as("an unreadable one on top is ours all the same")
                .isEqualTo(Level.KNOWN_ADDRESS);
        assertThat(level("Authentication-Results: other.test; dmarc=fail\r\n" + forged))
                .as("fields of other names are skipped")
                .isEqualTo(Level.AUTHENTICATED);
    }

    @Test
    void resultsBelowTheTraceOfAStrangerAreOfAnEarlierJourney() {
        String results = "Authentication-Results: mx.example.net; dmarc=pass header.from=example.com";
        String inside = "Received: from mx.example.net by store.example.net with LMTP; x\r\n"
                + "Received: from [10.0.0.1] by localhost with ESMTP; x\r\n";
        assertThat(level(inside + results)).isEqualTo(Level.AUTHENTICATED);
        Trust stale = trust(inside + "Received: from a by relay.other.test with ESMTP; x\r\n" + results, POLICY);
        assertThat(stale.level()).isEqualTo(Level.KNOWN_ADDRESS);
        assertThat(stale.evidence()).contains("relay.other.test");
    }

    @Test
    void aFailedDmarcContradictsTheSender() {
        assertThat(results("mx.example.net; dkim=pass header.d=example.com; dmarc=fail header.from=example.com"))
                .isEqualTo(Level.CONTRADICTED);
        assertThat(results("mx.evil.test; dmarc=fail header.from=example.com")).isEqualTo(Level.KNOWN_ADDRESS);
    }

    @Test
    void exchangeOnlineWritesNoName() {
        TrustPolicy exchange = new TrustPolicy(List.of(TrustPolicy.UNNAMED), Map.of());
        String received =
                "Received: from A.eurprd01.prod.outlook.com (2603:10a6::1) by B.eurprd01.prod.outlook.com; x\r\n";
        String results =
                "Authentication-Results: spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.com; dkim=pass"
                        + " (signature was verified) header.d=example.com;dmarc=pass action=none header.from=example.com;"
                        + "compauth=pass reason=100";
        assertThat(trust(received + results, exchange).level()).isEqualTo(Level.AUTHENTICATED);
        assertThat(trust(received + results, POLICY).level()).isEqualTo(Level.KNOWN_ADDRESS);
    }

    @Test
    void aParentDomainMaySpeakForItsChildrenAndIdnsAreComparedInAscii() {
        String mail = "Authentication-Results: mx.example.net; dkim=pass header.d=xn--bcher-kva.example\r\n"
                + "From: a@mail.bücher.example\r\n\r\nHello";
        assertThat(Appraisal.of(Mails.read(mail), "a@mail.bücher.example", false, POLICY)
                        .level())
                .isEqualTo(Level.AUTHENTICATED);
    }

    @Test
    void withoutANameOfOursNothingIsProvedButASignedAddressCounts() {
        String mail = "Authentication-Results: mx.example.net; dmarc=pass header.from=example.com";
        assertThat(trust(mail, TrustPolicy.standard()).level()).isEqualTo(Level.KNOWN_ADDRESS);
        assertThat(Appraisal.of(Mails.read("\r\n"), "ann@example.com", true, POLICY)
                        .level())
                .isEqualTo(Level.SIGNED);
    }

    @Test
    void veryLongAndVeryNestedFieldsEndSoon() {
        assertThat(results("mx.example.net; dmarc=pass " + "(".repeat(15_000))).isEqualTo(Level.KNOWN_ADDRESS);
        assertThat(results("mx.example.net; " + "x=y; ".repeat(20_000))).isEqualTo(Level.KNOWN_ADDRESS);
    }
}
