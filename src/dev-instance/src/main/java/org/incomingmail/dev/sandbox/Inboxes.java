package org.incomingmail.dev.sandbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads what lies in the inboxes. */
final class Inboxes {
    private final MailServers servers;

    Inboxes(MailServers servers) {
        this.servers = servers;
    }

    List<Mailbox> mailboxes() {
        return servers.mailboxes().all();
    }

    Optional<Mailbox> mailbox(String address) {
        return servers.mailboxes().byAddress(address);
    }

    /** Newest first. */
    List<StoredMessage> messages(Mailbox mailbox) {
        List<StoredMessage> messages = new ArrayList<>(inbox(mailbox).getMessages());
        Collections.reverse(messages);
        return messages;
    }

    Optional<StoredMessage> message(Mailbox mailbox, String uid) {
        return messages(mailbox).stream()
                .filter(message -> Long.toString(message.getUid()).equals(uid))
                .findFirst();
    }

    private MailFolder inbox(Mailbox mailbox) {
        try {
            return servers.mail().getInbox(servers.mailboxes().recipient(mailbox.address()));
        } catch (FolderException e) {
            throw new IllegalStateException("The mailbox " + mailbox.address() + " cannot be read", e);
        }
    }
}
