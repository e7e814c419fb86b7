package org.incomingmail.engine.explain;

import java.util.Map;
import org.incomingmail.engine.reply.Reply;
import org.jspecify.annotations.Nullable;

/** The message split as if it were a reply. */
final class ReplyJson {
    private ReplyJson() {}

    static Map<String, @Nullable Object> of(Reply reply) {
        return Json.object()
                .with("visible", reply.visible())
                .with("trimmed", reply.trimmed())
                .with("signature", reply.signature())
                .map();
    }
}
