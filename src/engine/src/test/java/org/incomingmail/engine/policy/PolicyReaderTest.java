package org.incomingmail.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.incomingmail.engine.delivery.MemoryWiki;
import org.incomingmail.engine.routing.RoutingRule;
import org.incomingmail.engine.trust.Level;
import org.incomingmail.engine.trust.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    private final PolicyReader reader = new PolicyReader(new MemoryWiki());

    private Policy read(Map<String, String> values) {
        PolicyReader.Outcome outcome = reader.read(values);
        assertThat(outcome).isInstanceOf(PolicyReader.Outcome.Read.class);
        return ((PolicyReader.Outcome.Read) outcome).policy();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(read(Map.of())).isEqualTo(Policy.standard());
        assertThat(read(PolicyPaths.of(Policy.standard()))).isEqualTo(Policy.standard());
        Map<String, String> values = new HashMap<>();
        values.put("trust.authservIds", "mx.Example.net\n-\n");
        values.put("trust.knownAddress", "confirm");
        values.put("lists.blocked", "evil.test\n*.evil.test\n\n");
        values.put("lists.allowed", "monitor@example.com");
        values.put("lists.onlyAllowed", "true");
        values.put("rates.perSender", "5");
        values.put("answers.published", "true");
        values.put("attachments.blocked", "");
        values.put("attachments.allowed", ".pdf\nPNG");
        values.put("attachments.archives", "true");
        values.put("rules.0.name", "News");
        values.put("rules.0.recipient", "+news");
        values.put("rules.0.subjectTest", "REGEX");
        values.put("rules.0.subject", "^(\\w+):");
        values.put("rules.0.action", "BLOG_POST");
        values.put("rules.0.space", "demo");
        values.put("rules.0.labels", "news\nmail");
        values.put("rules.0.people", "WATCH");
        values.put("rules.1.name", "Rest");
        values.put("rules.1.enabled", "false");
        values.put("rules.1.action", "HOLD");
        Policy policy = read(values);
        assertThat(policy.trust().authservIds()).containsExactly("mx.example.net", "-");
        assertThat(policy.trust().of(Level.KNOWN_ADDRESS)).isEqualTo(Treatment.CONFIRM);
        assertThat(policy.attachments().blocked()).isEmpty();
        assertThat(policy.attachments().allowed()).containsExactly("pdf", "png");
        assertThat(policy.rules()).extracting(RoutingRule::name).containsExactly("News", "Rest");
        assertThat(policy.rules().get(0).labels()).containsExactly("news", "mail");
        assertThat(read(PolicyPaths.of(policy))).isEqualTo(policy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trust.authservIds|mx example|IM-RULES-AUTHSERV-ID",
                "trust.signed|maybe|IM-INPUT-CHOICE",
                "lists.blocked|not an address|IM-RULES-SENDER-PATTERN",
                "lists.onlyAllowed|perhaps|IM-INPUT-CHOICE",
                "rates.perThread|-1|IM-INPUT-RANGE",
                "rates.perThread|many|IM-INPUT-NUMBER",
                "attachments.blocked|a/b|IM-RULES-FILE-ENDING",
                "rules.0.subject|(a|IM-RULES-REGEX",
                "rules.0.space|NOPE|IM-INPUT-SPACE-UNKNOWN",
                "rules.0.parentPageId|99|IM-INPUT-PAGE-UNKNOWN",
                "rules.0.recipient|a b|IM-RULES-RECIPIENT-PATTERN",
                "rules.0.sender|@x|IM-RULES-SENDER-PATTERN",
                "rules.0.labels|two words|IM-RULES-LABEL",
                "rules.0.colour|red|IM-RULES-UNKNOWN-FIELD",
                "everything|x|IM-RULES-UNKNOWN-FIELD",
            })
    void whatIsWrongIsSaidWithItsPlace(String path, String value, String code) {
        Map<String, String> values = new HashMap<>(Map.of("rules.0.name", "R", "rules.0.subjectTest", "REGEX"));
        values.put(path, value);
        PolicyReader.Outcome outcome = reader.read(values);
        assertThat(outcome).isInstanceOfSatisfying(PolicyReader.Outcome.Wrong.class, wrong -> {
            assertThat(wrong.errors()).hasSize(1);
            assertThat(wrong.errors().get(0).path()).isEqualTo(path);
            assertThat(wrong.errors().get(0).code().id()).isEqualTo(code);
        });
    }

    @Test
    void tooManyEntriesAndRulesAreRefused() {
        Map<String, String> values = new HashMap<>();
        values.put(
                "lists.blocked",
                String.join(
                        "\n",
                        java.util.stream.IntStream.range(0, 1_001)
                                .mapToObj(i -> i + ".test")
                                .toList()));
        for (int i = 0; i < 101; i++) {
            values.put("rules." + i + ".name", "R");
        }
        List<PolicyError> errors = ((PolicyReader.Outcome.Wrong) reader.read(values)).errors();
        assertThat(errors).extracting(PolicyError::path).contains("lists.blocked", "rules");
    }
}
