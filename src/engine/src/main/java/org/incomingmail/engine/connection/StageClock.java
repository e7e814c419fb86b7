package org.incomingmail.engine.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the time of each stage. A stage entered twice (capabilities, again after STARTTLS) counts as one. */
final class StageClock implements Progress {
    private final Map<Stage, Long> took = new LinkedHashMap<>();
    private final Map<Stage, Map<String, String>> details = new LinkedHashMap<>();

    @Nullable
    private Stage present;

    private long entered;

    @Override
    public void enter(Stage stage) {
        leave();
        present = stage;
        took.putIfAbsent(stage, 0L);
        details.putIfAbsent(stage, new LinkedHashMap<>());
    }

    @Override
    public void found(String what, String value) {
        if (present != null) {
            details.getOrDefault(present, new LinkedHashMap<>()).put(what, value);
        }
    }

    @Override
    public void forget(Stage stage) {
        took.remove(stage);
        details.remove(stage);
    }

    List<StageResult> results(@Nullable Stage failed) {
        leave();
        List<StageResult> results = new ArrayList<>();
        took.forEach((stage, nanos) -> results.add(new StageResult(
                stage,
                stage == failed ? StageResult.Verdict.FAILED : StageResult.Verdict.PASSED,
                Duration.ofNanos(nanos),
                Map.copyOf(details.getOrDefault(stage, Map.of())))));
        Set<Stage> missing = EnumSet.allOf(Stage.class);
        missing.removeAll(took.keySet());
        missing.forEach(
                stage -> results.add(new StageResult(stage, StageResult.Verdict.SKIPPED, Duration.ZERO, Map.of())));
        return results;
    }

    private void leave() {
        long now = System.nanoTime();
        if (present != null) {
            took.merge(present, now - entered, Long::sum);
        }
        entered = now;
    }
}
