package org.incomingmail.engine.explain;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.incomingmail.engine.message.IncomingAttachment;
import org.jspecify.annotations.Nullable;

/** The files of a message and what becomes of each. */
final class AttachmentsJson {
    private AttachmentsJson() {}

    static List<Map<String, @Nullable Object>> of(
            List<IncomingAttachment> attachments, Content content, boolean fetched) throws IOException {
        List<Map<String, @Nullable Object>> all = new ArrayList<>(attachments.size());
        for (int i = 0; i < attachments.size(); i++) {
            IncomingAttachment attachment = attachments.get(i);
            String name = i < content.names().size() ? content.names().get(i) : null;
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
                    .with("outcome", outcome(name, content, fetched))
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
