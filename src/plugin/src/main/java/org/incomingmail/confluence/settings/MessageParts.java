package org.incomingmail.confluence.settings;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.journal.Journal;
import org.incomingmail.engine.message.IncomingAttachment;
import org.incomingmail.engine.message.MessageReader;

/** The files of a message of the log, out of its raw mail. */
@Named
public class MessageParts {
    private final Journal journal;

    @Inject
    public MessageParts(Journal journal) {
        this.journal = journal;
    }

    /**
     * @param position of the attachment in the message, from 0
     * @return empty when there is none, or the raw mail is not kept any longer
     */
    public Optional<IncomingAttachment> attachment(long id, int position) throws IOException {
        try {
            List<IncomingAttachment> attachments = new MessageReader()
                    .read(() -> journal.raw(id).orElseThrow(() -> new FileNotFoundException("raw mail")))
                    .attachments();
            return position < attachments.size() ? Optional.of(attachments.get(position)) : Optional.empty();
        } catch (FileNotFoundException gone) {
            return Optional.empty();
        }
    }
}
