package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.incomingmail.engine.connection.ConnectionCode;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.Diagnosis;
import org.incomingmail.engine.connection.Stage;
import org.incomingmail.engine.connection.UnmetException;
import org.incomingmail.engine.connection.Visit;
import org.incomingmail.engine.mailbox.Idling;
import org.incomingmail.engine.mailbox.MessageHandle;
import org.incomingmail.engine.mailbox.RawMessageSink;
import org.incomingmail.engine.mailbox.SeenMessages;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Reading;
import org.jspecify.annotations.Nullable;

/** An IMAP folder, examined (RFC 3501 6.3.2) and selected only when something is settled. */
public final class ImapMailbox implements Visit {
    private final ImapConnection imap;
    private final Reading reading;
    private final Diagnosis diagnosis;
    private final ImapFolder folder;
    private boolean selected;

    private ImapMailbox(ImapConnection imap, Reading reading, Diagnosis diagnosis, ImapFolder folder) {
        this.imap = imap;
        this.reading = reading;
        this.diagnosis = diagnosis;
        this.folder = folder;
    }

    /** Examines the folder; changes nothing. */
    public static ImapMailbox open(ImapConnection imap, Reading reading, Diagnosis diagnosis) throws IOException {
        ImapFolder folder = ImapFolder.examine(imap, reading.folder());
        return new ImapMailbox(imap, reading, diagnosis, folder);
    }

    /** Lets the server tell when mail arrives; empty when it can't, or a selector could not watch the connection. */
    public Optional<Idling> idle() throws ConnectionFailedException {
        SocketChannel channel = imap.wire().channel();
        if (!imap.can("IDLE") || channel == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ImapIdle.begin(imap, channel));
        } catch (IOException refused) {
            throw diagnosis.failed(Stage.MAILBOX, refused);
        }
    }

    @Override
    public String epoch() {
        return Long.toString(folder.uidValidity());
    }

    @Override
    public long exists() {
        return folder.exists();
    }

    @Override
    public List<MessageHandle> list(SeenMessages seen) throws ConnectionFailedException {
        try {
            return new ImapListing(imap, folder).list(seen, reading.since());
        } catch (IOException failed) {
            throw diagnosis.failed(Stage.MAILBOX, failed);
        }
    }

    @Override
    public void fetch(List<MessageHandle> messages, RawMessageSink sink) throws ConnectionFailedException {
        try {
            new ImapFetching(imap, sink).fetch(messages);
        } catch (IOException failed) {
            throw diagnosis.failed(Stage.MAILBOX, failed);
        }
    }

    @Override
    public Set<String> settle(List<MessageHandle> processed, AfterProcessing policy, @Nullable String moveToFolder)
            throws ConnectionFailedException {
        if (processed.isEmpty() || policy == AfterProcessing.LEAVE) {
            return named(processed);
        }
        List<Long> uids =
                processed.stream().map(message -> Long.parseLong(message.uid())).toList();
        try {
            select();
            ImapSettling settling = new ImapSettling(imap, folder);
            switch (policy) {
                case MARK_READ -> settling.markRead(uids);
                case DELETE -> settling.delete(uids);
                case MOVE -> {
                    if (moveToFolder == null || moveToFolder.isBlank()) {
                        throw new UnmetException(ConnectionCode.RIGHTS_FOLDER, "");
                    }
                    settling.move(uids, moveToFolder);
                }
                case LEAVE -> throw new IllegalStateException();
            }
            return named(processed);
        } catch (IOException failed) {
            throw diagnosis.failed(Stage.RIGHTS, failed);
        }
    }

    private static Set<String> named(List<MessageHandle> messages) {
        return messages.stream().map(MessageHandle::uid).collect(Collectors.toSet());
    }

    @Override
    public List<String> checkRights() throws IOException {
        return new ImapRights(imap, reading.folder()).check(reading.afterProcessing(), reading.moveToFolder());
    }

    @Override
    public void close() {
        imap.close();
    }

    private void select() throws IOException {
        if (selected) {
            return;
        }
        ImapFolder opened = ImapFolder.select(imap, folder.name());
        if (opened.readOnly()) {
            throw new UnmetException(ConnectionCode.RIGHTS_READ_ONLY, folder.name());
        }
        if (opened.uidValidity() != folder.uidValidity()) {
            // the UIDs we hold name other messages now
            throw new UnmetException(ConnectionCode.MAILBOX_CHANGED, folder.name());
        }
        selected = true;
    }
}
