package org.incomingmail.engine.explain;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.incomingmail.engine.delivery.Assessment;
import org.incomingmail.engine.message.IncomingAttachment;
import org.incomingmail.engine.publishing.LeftOut;
import org.jspecify.annotations.Nullable;

/** The files of a message and what becomes of each. */
final class AttachmentsJson {
    private AttachmentsJson() {}

    static List<Map<String, @Nullable Object>> of(Assessment assessment, Content content, boolean fetched)
            throws IOException {
        List<IncomingAttachment> attachments = assessment.message().attachments();
        List<IncomingAttachment> leftOut =
                assessment.leftOut().stream().map(LeftOut::file).toList();
        List<Map<String, @Nullable Object>> all = new ArrayList<>(attachments.size());
        int kept = 0;
        for (IncomingAttachment attachment : attachments) {
            boolean left = leftOut.contains(attachment);
            String name = left || kept >= content.names().size()
                    ? null
                    : content.names().get(kept++);
            Measured measured;
            try (InputStream bytes = attachment.open()) {
                measured = Measured.of(bytes);
            }
            all.add(Json.object()
                    .with("name", attachment.name())
                    .with("type", attachment.mediaType())
                    .with("size", measured.size())
                    .with("sha256", measured.sha256())
                    .with("contentId", attachment.contentId())
                    .with("inline", attachment.inline())
                    .with("outcome", left ? "LEFT_OUT" : outcome(name, content, fetched))
                    .with("attachedAs", name)
                    .map());
        }
        return all;
    }

    private static String outcome(@Nullable String name, Content content, boolean fetched) {
        if (!fetched || !content.published() || name == null) {
            return "NOT_PUBLISHED";
        }
        return content.embedded().contains(name) ? "EMBEDDED" : "ATTACHED";
    }
}
