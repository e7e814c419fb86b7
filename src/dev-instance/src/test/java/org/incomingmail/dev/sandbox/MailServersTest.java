package org.incomingmail.dev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.SendFailedException;
import jakarta.mail.UIDFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class MailServersTest {
    @TempDir
    Path home;

    private MailServers servers;
    private MailClient client;

    @BeforeEach
    void start() throws Exception {
        MailCapabilities.settle();
        servers = MailServers.start(home, InstantSource.system(), List.of("wiki@wiki.test", "alice@wiki.test"));
        client = new MailClient(servers);
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    private void restart() throws Exception {
        stop();
        start();
    }

    /** UID to subject, as an IMAP client sees the folder, after the folder's UIDVALIDITY under key 0. */
    private Map<Long, String> seenByImap(String folderName) throws Exception {
        Map<Long, String> seen = new LinkedHashMap<>();
        try (var store = client.imap("wiki")) {
            Folder folder = MailClient.open(store, folderName);
            seen.put(0L, Long.toString(((UIDFolder) folder).getUIDValidity()));
            for (Message message : folder.getMessages()) {
                seen.put(((UIDFolder) folder).getUID(message), message.getSubject());
            }
        }
        return seen;
    }

    private List<String> seenByPop3() throws Exception {
        List<String> seen = new ArrayList<>();
        try (var store = client.pop3("wiki")) {
            POP3Folder folder = (POP3Folder) MailClient.open(store, "INBOX");
            for (Message message : folder.getMessages()) {
                seen.add(folder.getUID(message) + " " + message.getSubject());
            }
            folder.close(false);
        }
        return seen;
    }

    @Test
    void plusAddressesArriveInTheMailbox() throws Exception {
        client.send("wiki+DEMO@wiki.test", "A page", "Hello");
        client.send("Wiki+ab12cd@wiki.test", "Re: A page", "Hello");
        assertThat(seenByImap("INBOX").values()).contains("A page", "Re: A page");
        assertThat(seenByPop3()).containsExactly("1 A page", "2 Re: A page");
    }

    @Test
    void mailToStrangersIsKeptToo() throws Exception {
        client.send("carol@elsewhere.test", "Sorry", "Rejected");
        restart();
        assertThat(servers.mailboxes().byAddress("carol@elsewhere.test"))
                .map(Mailbox::login)
                .contains("carol@elsewhere.test");
    }

    @Test
    void aRestartKeepsMailPortsUidsAndFlags() throws Exception {
        int imapPort = servers.imapPort();
        client.send("wiki@wiki.test", "件名 1", "本文");
        client.send("wiki@wiki.test", "Two", ".\n..dots");
        try (var store = client.imap("wiki")) {
            MailClient.open(store, "INBOX").getMessage(1).setFlag(Flags.Flag.SEEN, true);
        }
        Map<Long, String> before = seenByImap("INBOX");

        restart();

        assertThat(servers.imapPort()).isEqualTo(imapPort);
        assertThat(seenByImap("INBOX")).isEqualTo(before);
        try (var store = client.imap("wiki")) {
            Folder inbox = MailClient.open(store, "INBOX");
            assertThat(inbox.getMessage(1).isSet(Flags.Flag.SEEN)).isTrue();
            assertThat(inbox.getMessage(2).isSet(Flags.Flag.SEEN)).isFalse();
            assertThat(String.valueOf(inbox.getMessage(1).getContent())).startsWith("本文");
        }
    }

    @Test
    void aDeletedMailStaysDeletedAndItsUidIsNeverGivenAgain() throws Exception {
        client.send("wiki@wiki.test", "One", "1");
        client.send("wiki@wiki.test", "Two", "2");
        client.send("wiki@wiki.test", "Three", "3");
        try (var store = client.imap("wiki")) {
            Folder inbox = MailClient.open(store, "INBOX");
            inbox.getMessage(1).setFlag(Flags.Flag.DELETED, true);
            inbox.close(true);
        }
        try (var store = client.pop3("wiki")) {
            Folder inbox = MailClient.open(store, "INBOX");
            inbox.getMessage(2).setFlag(Flags.Flag.DELETED, true);
            inbox.close(true);
        }
        restart();
        assertThat(seenByPop3()).containsExactly("2 Two");
        client.send("wiki@wiki.test", "Four", "4");
        restart();
        assertThat(seenByPop3()).containsExactly("2 Two", "4 Four");
    }

    @Test
    void movedMailIsFoundInItsFolderAfterARestart() throws Exception {
        client.send("wiki@wiki.test", "Done", "1");
        try (var store = client.imap("wiki")) {
            Folder done = store.getFolder("Processed");
            assertThat(done.create(Folder.HOLDS_MESSAGES)).isTrue();
            Folder inbox = MailClient.open(store, "INBOX");
            ((IMAPFolder) inbox).moveMessages(inbox.getMessages(), done);
        }
        Map<Long, String> before = seenByImap("Processed");
        assertThat(before.values()).contains("Done");
        restart();
        assertThat(seenByImap("Processed")).isEqualTo(before);
        assertThat(seenByImap("INBOX").values()).doesNotContain("Done");
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> client.imap("nobody")).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void aRecipientThatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> client.send("\"a b\"@wiki.test", "x", "x")).isInstanceOf(SendFailedException.class);
    }
}
