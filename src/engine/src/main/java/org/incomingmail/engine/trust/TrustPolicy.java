package org.incomingmail.engine.trust;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whom a mail server believes, and what each level may do.
 *
 * @param authservIds names by which our own mail system signs its Authentication-Results, lower case; {@link #UNNAMED}
 *     for Exchange Online, which writes none
 */
public record TrustPolicy(List<String> authservIds, Map<Level, Treatment> treatments) {
    /** Stands for a field without a name. */
    public static final String UNNAMED = "-";

    public TrustPolicy {
        authservIds =
                authservIds.stream().map(id -> id.toLowerCase(Locale.ROOT)).toList();
        EnumMap<Level, Treatment> all = new EnumMap<>(defaults());
        all.putAll(treatments);
        treatments = Map.copyOf(all);
    }

    /**
     * Known addresses publish: without the name of our mail system nothing could be proved, and no mail would become a
     * page. The screen says what that means.
     */
    public static TrustPolicy standard() {
        return new TrustPolicy(List.of(), Map.of());
    }

    public Treatment of(Level level) {
        return treatments.getOrDefault(level, Treatment.HOLD);
    }

    private static Map<Level, Treatment> defaults() {
        return Map.of(
                Level.SIGNED, Treatment.PUBLISH,
                Level.AUTHENTICATED, Treatment.PUBLISH,
                Level.KNOWN_ADDRESS, Treatment.PUBLISH,
                Level.CONTRADICTED, Treatment.HOLD);
    }
}
