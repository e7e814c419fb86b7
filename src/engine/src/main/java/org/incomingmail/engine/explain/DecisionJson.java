package org.incomingmail.engine.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.incomingmail.engine.delivery.Assessment;
import org.incomingmail.engine.delivery.Walk;
import org.incomingmail.engine.failure.Code;
import org.incomingmail.engine.publishing.Composition;
import org.incomingmail.engine.routing.Decision;
import org.incomingmail.engine.screening.Verdict;
import org.incomingmail.engine.trust.Treatment;
import org.jspecify.annotations.Nullable;

/** What production would do, and why. */
final class DecisionJson {
    /** Why there is no content. */
    record Refusal(Code code, List<String> arguments) {}

    private final CodeWords words;

    DecisionJson(CodeWords words) {
        this.words = words;
    }

    Map<String, @Nullable Object> of(Assessment assessment, Optional<Refusal> before) {
        Optional<Refusal> refusal = before.or(() -> refusal(assessment));
        if (refusal.isPresent()) {
            Code code = refusal.get().code();
            return json(
                    "REJECT",
                    code.id(),
                    null,
                    null,
                    words.cause(code.id(), refusal.get().arguments()));
        }
        Decision decision = assessment.decision().orElseThrow();
        if (decision instanceof Decision.Hold hold) {
            return json(
                    "HOLD",
                    hold.code().id(),
                    null,
                    null,
                    words.cause(hold.code().id(), hold.arguments()));
        }
        Optional<Walk.Outcome> stop = assessment.distrust();
        if (stop.isPresent() && stop.get() instanceof Walk.Outcome.Waiting waiting) {
            String code = waiting.code().id();
            String kind = assessment.treatment().equals(Optional.of(Treatment.CONFIRM)) ? "CONFIRM" : "HOLD";
            return json(kind, code, null, null, words.cause(code, waiting.arguments()));
        }
        if (decision instanceof Decision.NewPage page) {
            Map<String, @Nullable Object> target = Json.object()
                    .with("space", page.spaceKey())
                    .with("parentPage", page.parentPageId())
                    .map();
            boolean blogPost = page.extras().blogPost();
            String reason = "Nothing of the wiki is answered: a new " + (blogPost ? "blog post" : "page") + " by "
                    + page.author().username() + ".";
            return json(blogPost ? "BLOG_POST" : "PAGE", null, target, page.title(), reason);
        }
        Decision.Reply reply = (Decision.Reply) decision;
        Map<String, @Nullable Object> target = Json.object()
                .with("page", reply.pageId())
                .with("parentComment", reply.parentCommentId())
                .map();
        String reason =
                "It answers a notification: a comment by " + reply.author().username() + ".";
        return json("COMMENT", null, target, null, reason);
    }

    private static Optional<Refusal> refusal(Assessment assessment) {
        if (assessment.screening() instanceof Verdict.Rejected rejected) {
            return Optional.of(new Refusal(rejected.code(), List.of(rejected.header())));
        }
        if (assessment.decision().orElse(null) instanceof Decision.Reject reject) {
            return Optional.of(new Refusal(reject.code(), reject.arguments()));
        }
        if (assessment.distrust().orElse(null) instanceof Walk.Outcome.Rejected rejected) {
            return Optional.of(new Refusal(rejected.code(), rejected.arguments()));
        }
        return assessment.composition().orElse(null) instanceof Composition.Nothing nothing
                ? Optional.of(new Refusal(nothing.code(), List.of()))
                : Optional.empty();
    }

    private static Map<String, @Nullable Object> json(
            String kind,
            @Nullable String code,
            @Nullable Map<String, @Nullable Object> target,
            @Nullable String title,
            String reason) {
        return Json.object()
                .with("kind", kind)
                .with("code", code)
                .with("target", target)
                .with("title", title)
                .with("reason", reason)
                .map();
    }
}
