package org.incomingmail.confluence.admin;

import com.atlassian.sal.api.message.I18nResolver;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.StageResult;
import org.incomingmail.engine.delivery.FetchReport;
import org.incomingmail.engine.journal.JournalEntry;
import org.incomingmail.engine.trust.Level;

/** The texts that the scripts need, put into the page: scripts hold none themselves. */
final class ScriptTexts {
    static final List<String> DETAILS = List.of(
            "addresses",
            "version",
            "cipher",
            "subject",
            "issuer",
            "expires",
            "chain",
            "greeting",
            "capabilities",
            "client",
            "account",
            "scopes",
            "lacking",
            "refused",
            "refreshed",
            "mechanism",
            "exists",
            "wanted",
            "oldest",
            "newest",
            "rights");
    private static final List<String> OTHERS = List.of(
            "test.title",
            "test.running",
            "test.cancelled",
            "test.passed",
            "test.failed",
            "test.wanted",
            "test.server-said",
            "test.transcript",
            "test.milliseconds",
            "fetch.running",
            "fetch.nothing",
            "fetch.remaining",
            "error.network",
            "error.session",
            "form.errors",
            "form.leave",
            "form.saving",
            "cancel",
            "rules.saved",
            "rules.errors",
            "preview.title",
            "preview.running",
            "preview.empty",
            "preview.received",
            "preview.message",
            "preview.rule",
            "preview.outcome",
            "preview.trust");

    private ScriptTexts() {}

    static List<Map<String, Object>> in(I18nResolver texts) {
        return keys().map(key -> Map.<String, Object>of("key", key, "text", texts.getRawText("incoming-mail." + key)))
                .toList();
    }

    static Stream<String> keys() {
        return Stream.of(
                        OTHERS.stream(),
                        names("stage.", Stage.values()),
                        names("verdict.", StageResult.Verdict.values()),
                        names("fetch.status.", FetchReport.Status.values()),
                        names("message.state.", JournalEntry.State.values()),
                        Stream.of("PAGE", "BLOG_POST", "COMMENT", "REJECT", "HOLD", "CONFIRM")
                                .map("preview.kind."::concat),
                        names("preview.trust.", Level.values()),
                        DETAILS.stream().map("detail."::concat))
                .flatMap(keys -> keys);
    }

    private static Stream<String> names(String prefix, Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> prefix + constant.name());
    }
}
