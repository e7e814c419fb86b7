package org.incomingmail.engine.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.incomingmail.engine.publishing.AttachmentLimits;
import org.incomingmail.engine.routing.RoutingRule;
import org.incomingmail.engine.screening.AddressPattern;
import org.incomingmail.engine.trust.Level;

/** Rules to their flat form, which {@link PolicyReader} reads. */
public final class PolicyPaths {
    private PolicyPaths() {}

    public static Map<String, String> of(Policy policy) {
        Map<String, String> values = new TreeMap<>();
        values.put("trust.authservIds", lines(policy.trust().authservIds()));
        for (Level level : Level.values()) {
            values.put("trust." + of(level), policy.trust().of(level).name());
        }
        values.put("lists.allowed", patterns(policy.lists().allowed()));
        values.put("lists.blocked", patterns(policy.lists().blocked()));
        values.put("lists.onlyAllowed", Boolean.toString(policy.lists().onlyAllowed()));
        values.put("rates.perSender", Integer.toString(policy.rates().perSender()));
        values.put("rates.perThread", Integer.toString(policy.rates().perThread()));
        values.put("rates.perMailbox", Integer.toString(policy.rates().perMailbox()));
        values.put("answers.rejected", Boolean.toString(policy.answers().rejected()));
        values.put("answers.waiting", Boolean.toString(policy.answers().waiting()));
        values.put("answers.published", Boolean.toString(policy.answers().published()));
        attachments(policy.attachments(), values);
        for (int i = 0; i < policy.rules().size(); i++) {
            rule(policy.rules().get(i), "rules." + i + ".", values);
        }
        return values;
    }

    static String of(Level level) {
        return switch (level) {
            case SIGNED -> "signed";
            case AUTHENTICATED -> "authenticated";
            case KNOWN_ADDRESS -> "knownAddress";
            case CONTRADICTED -> "contradicted";
        };
    }

    private static void attachments(AttachmentLimits limits, Map<String, String> values) {
        values.put("attachments.count", Integer.toString(limits.count()));
        values.put("attachments.mebibytes", Integer.toString(limits.mebibytes()));
        values.put("attachments.totalMebibytes", Integer.toString(limits.totalMebibytes()));
        values.put("attachments.blocked", lines(limits.blocked()));
        values.put("attachments.allowed", lines(limits.allowed()));
        values.put("attachments.mustAgree", Boolean.toString(limits.mustAgree()));
        values.put("attachments.archives", Boolean.toString(limits.archives()));
    }

    private static void rule(RoutingRule rule, String prefix, Map<String, String> values) {
        values.put(prefix + "name", rule.name());
        values.put(prefix + "enabled", Boolean.toString(rule.enabled()));
        values.put(prefix + "recipient", rule.recipient());
        values.put(prefix + "sender", rule.sender());
        values.put(prefix + "subjectTest", rule.subjectTest().name());
        values.put(prefix + "subject", rule.subject());
        values.put(prefix + "action", rule.action().name());
        values.put(prefix + "space", rule.space());
        values.put(prefix + "parentPageId", rule.parentPageId() == null ? "" : Long.toString(rule.parentPageId()));
        values.put(prefix + "labels", lines(rule.labels()));
        values.put(prefix + "title", rule.title());
        values.put(prefix + "people", rule.people().name());
    }

    private static String patterns(List<AddressPattern> patterns) {
        return lines(patterns.stream().map(AddressPattern::text).toList());
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
