package org.incomingmail.confluence.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.settings.CodeTexts;
import org.incomingmail.engine.connection.ConnectionFailure;
import org.incomingmail.engine.connection.StageResult;
import org.incomingmail.engine.connection.TestReport;
import org.incomingmail.engine.delivery.FetchReport;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.server.FieldError;

/** Writes what tests, checks and validation found as JSON. */
@Named
public class ReportJson {
    private final CodeTexts texts;

    @Inject
    public ReportJson(CodeTexts texts) {
        this.texts = texts;
    }

    Map<String, Object> write(FetchReport report) {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        for (JournalEntry.State state : JournalEntry.State.values()) {
            outcomes.put(state.name(), report.outcomes().getOrDefault(state, 0));
        }
        return Json.object()
                .with("status", report.status())
                .with("outcomes", outcomes)
                .with("remaining", report.remaining())
                .with("tookMillis", report.duration().toMillis())
                .with("failure", report.failure().map(this::write))
                .map();
    }

    Map<String, Object> write(TestReport report) {
        return Json.object()
                .with("passed", report.passed())
                .with("stages", report.stages().stream().map(ReportJson::stage).toList())
                .with("failure", report.failure().map(this::write))
                .with("wanted", report.wanted())
                .with("transcript", report.transcript())
                .with("tookMillis", report.took().toMillis())
                .map();
    }

    Map<String, Object> errors(List<FieldError> errors) {
        return Map.of(
                "errors",
                errors.stream()
                        .map(error -> error(
                                error.field().path(),
                                error.code().id(),
                                texts.message(error.code().id(), error.arguments())))
                        .toList());
    }

    Map<String, Object> error(RestCode code, String field, String... arguments) {
        return Map.of("errors", List.of(error(field, code.id(), texts.message(code.id(), List.of(arguments)))));
    }

    private static Map<String, Object> stage(StageResult result) {
        return Json.object()
                .with("stage", result.stage())
                .with("verdict", result.verdict())
                .with("tookMillis", result.took().toMillis())
                .with("details", result.details())
                .map();
    }

    private Map<String, Object> write(ConnectionFailure failure) {
        String code = failure.code().id();
        Optional<String> serverSaid = failure.serverSaid();
        return Json.object()
                .with("stage", failure.stage())
                .with("code", code)
                .with("cause", texts.cause(code, failure.arguments()))
                .with("remedy", texts.remedy(code, failure.arguments()))
                .with("serverSaid", serverSaid)
                .map();
    }

    private static Map<String, Object> error(String field, String code, String message) {
        return Json.object()
                .with("field", field)
                .with("code", code)
                .with("message", message)
                .map();
    }
}
