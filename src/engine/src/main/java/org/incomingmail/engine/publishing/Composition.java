package org.incomingmail.engine.publishing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.incomingmail.engine.wiki.NewAttachment;

/** What a message comes to when it is written for the wiki. */
public sealed interface Composition {

    /**
     * Content to publish.
     *
     * @param attachments to be attached, under names that are unique in the message; for replies also unlike those of
     *     other messages, since the files of all comments lie on one page
     * @param body the content under the final names of the attachments; empty for one that was not attached
     */
    record Publication(List<NewAttachment> attachments, Function<Function<String, Optional<String>>, String> body)
            implements Composition {

        /** Storage format with all attachments under their names. */
        public String storageFormat() {
            return storageFormat(Optional::of);
        }

        /** Storage format with the attachments under the names they got; empty for one that was left out. */
        public String storageFormat(Function<String, Optional<String>> attachedAs) {
            return body.apply(attachedAs);
        }
    }

    /** There is nothing that could be published. */
    record Nothing(PublishingCode code) implements Composition {}
}
