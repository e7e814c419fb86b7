package org.incomingmail.engine.publishing;

import org.incomingmail.engine.message.IncomingAttachment;
import org.incomingmail.engine.wiki.NewAttachment;

/** An attachment under the safe name it gets in the wiki. */
record NamedAttachment(String name, IncomingAttachment original) {

    NewAttachment toNew() {
        return new NewAttachment(name, original.mediaType(), original.size(), original::open);
    }
}
