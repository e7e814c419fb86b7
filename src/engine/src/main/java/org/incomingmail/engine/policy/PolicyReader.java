package org.incomingmail.engine.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.publishing.AttachmentLimits;
import org.incomingmail.engine.routing.RoutingRule;
import org.incomingmail.engine.screening.AddressPattern;
import org.incomingmail.engine.screening.SenderLists;
import org.incomingmail.engine.trust.Level;
import org.incomingmail.engine.trust.Treatment;
import org.incomingmail.engine.trust.TrustPolicy;
import org.incomingmail.engine.wiki.Wiki;

/** Rules out of their flat form: a value for each path. What the REST API takes, the screen sends and the table keeps. */
public final class PolicyReader {
    private static final int MOST_RULES = 100;
    private static final int HIGHEST_RATE = 100_000;
    private static final int MOST_MEBIBYTES = 10_000;

    private final RuleReader rules;

    public PolicyReader(Wiki wiki) {
        this.rules = new RuleReader(Optional.of(wiki));
    }

    private PolicyReader() {
        this.rules = new RuleReader(Optional.empty());
    }

    /** Reads what was checked before: a space or page that went since shows when a message is to go there. */
    public static PolicyReader ofStored() {
        return new PolicyReader();
    }

    /** What came of reading. */
    public sealed interface Outcome {
        /** Everything is in order. */
        record Read(Policy policy) implements Outcome {}

        /** At least one error. */
        record Wrong(List<PolicyError> errors) implements Outcome {}
    }

    /** What is left out gets its default. */
    public Outcome read(Map<String, String> values) {
        PolicyInput input = new PolicyInput(values);
        Policy policy =
                new Policy(trust(input), lists(input), rates(input), answers(input), attachments(input), rules(input));
        List<PolicyError> errors = input.errors();
        return errors.isEmpty() ? new Outcome.Read(policy) : new Outcome.Wrong(errors);
    }

    private static TrustPolicy trust(PolicyInput input) {
        List<String> ids = input.lines("trust.authservIds");
        ids.stream()
                .filter(id -> !id.equals(TrustPolicy.UNNAMED) && !id.matches("[A-Za-z0-9][A-Za-z0-9._:/-]{0,254}"))
                .findFirst()
                .ifPresent(id -> input.reject("trust.authservIds", PolicyCode.AUTHSERV_ID, id));
        TrustPolicy standard = TrustPolicy.standard();
        EnumMap<Level, Treatment> treatments = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            String path = "trust." + PolicyPaths.of(level);
            treatments.put(level, input.choice(path, Treatment.class, standard.of(level)));
        }
        return new TrustPolicy(ids, treatments);
    }

    private static SenderLists lists(PolicyInput input) {
        return new SenderLists(
                patterns(input, "lists.allowed"),
                patterns(input, "lists.blocked"),
                input.yes("lists.onlyAllowed", false));
    }

    private static List<AddressPattern> patterns(PolicyInput input, String path) {
        List<AddressPattern> patterns = new ArrayList<>();
        for (String line : input.lines(path)) {
            if (AddressPattern.valid(line)) {
                patterns.add(new AddressPattern(line));
            } else {
                input.reject(path, PolicyCode.SENDER_PATTERN, line);
            }
        }
        return patterns;
    }

    private static Rates rates(PolicyInput input) {
        Rates standard = Rates.standard();
        return new Rates(
                input.number("rates.perSender", standard.perSender(), HIGHEST_RATE),
                input.number("rates.perThread", standard.perThread(), HIGHEST_RATE),
                input.number("rates.perMailbox", standard.perMailbox(), HIGHEST_RATE));
    }

    private static Answering answers(PolicyInput input) {
        return new Answering(
                input.yes("answers.rejected", false),
                input.yes("answers.waiting", false),
                input.yes("answers.published", false));
    }

    private static AttachmentLimits attachments(PolicyInput input) {
        AttachmentLimits standard = AttachmentLimits.standard();
        boolean chosen = input.has("attachments.blocked");
        List<String> blocked = endings(input, "attachments.blocked");
        return new AttachmentLimits(
                input.number("attachments.count", standard.count(), HIGHEST_RATE),
                input.number("attachments.mebibytes", standard.mebibytes(), MOST_MEBIBYTES),
                input.number("attachments.totalMebibytes", standard.totalMebibytes(), MOST_MEBIBYTES),
                chosen ? blocked : standard.blocked(),
                endings(input, "attachments.allowed"),
                input.yes("attachments.mustAgree", standard.mustAgree()),
                input.yes("attachments.archives", standard.archives()));
    }

    private static List<String> endings(PolicyInput input, String path) {
        List<String> endings = new ArrayList<>();
        for (String line : input.lines(path)) {
            String bare = line.startsWith(".") ? line.substring(1) : line;
            if (bare.matches("[A-Za-z0-9_-]{1,20}")) {
                endings.add(bare.toLowerCase(java.util.Locale.ROOT));
            } else {
                input.reject(path, PolicyCode.FILE_ENDING, line);
            }
        }
        return endings;
    }

    private List<RoutingRule> rules(PolicyInput input) {
        List<RoutingRule> read = new ArrayList<>();
        for (int i = 0; input.has("rules." + i + "."); i++) {
            if (i == MOST_RULES) {
                input.reject("rules", PolicyCode.TOO_MANY, MOST_RULES);
                break;
            }
            read.add(rules.read(input, "rules." + i + "."));
        }
        return read;
    }
}
