package org.incomingmail.dev.sandbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.Store;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Puts the mail of an earlier run back into the server: same folders, same UIDs, same flags. */
final class Loading {
    private static final Session SESSION = Session.getInstance(new Properties());

    private final DurableStore durable;
    private final Store store;

    Loading(DurableStore durable, Store store) {
        this.durable = durable;
        this.store = store;
    }

    void load(Path root) throws IOException, FolderException, MessagingException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(root)) {
            for (Path directory : directories) {
                if (UidPromise.isIn(directory)) {
                    loadFolder(directory, UidPromise.readFrom(directory));
                }
            }
        }
    }

    private void loadFolder(Path directory, UidPromise promise)
            throws IOException, FolderException, MessagingException {
        MailFolder folder = durable.plain(folder(promise.folderName()));
        var files = new FolderFiles(folder, directory, promise);
        Map<Long, Path> messages = messages(directory);
        for (long uid = folder.getUIDNext(); uid < promise.uidNext(); uid++) {
            Path file = messages.get(uid);
            if (file == null) {
                // the server counts UIDs itself: a UID whose message is gone is used up by one that goes at once
                folder.appendMessage(empty(), new Flags(Flags.Flag.DELETED), new Date(0));
            } else {
                append(folder, file);
                files.adopt(uid, file);
            }
        }
        folder.expunge();
        for (Map.Entry<Long, Path> message : messages.entrySet()) {
            Flags flags = MessageFileName.parse(message.getValue().getFileName().toString())
                    .map(MessageFileName::flags)
                    .orElseGet(Flags::new);
            folder.setFlags(flags, true, message.getKey(), null, false);
        }
        durable.bind(folder, files);
    }

    private static MimeMessage empty() throws MessagingException {
        var message = new MimeMessage(SESSION);
        message.setText("");
        return message;
    }

    private static void append(MailFolder folder, Path file) throws IOException, MessagingException {
        try (var in = Files.newInputStream(file)) {
            var received = new Date(Files.getLastModifiedTime(file).toMillis());
            folder.appendMessage(new MimeMessage(SESSION, in), new Flags(), received);
        }
    }

    private static Map<Long, Path> messages(Path directory) throws IOException {
        Map<Long, Path> messages = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.eml")) {
            for (Path file : files) {
                MessageFileName.parse(file.getFileName().toString()).ifPresent(name -> messages.put(name.uid(), file));
            }
        }
        return messages;
    }

    /** The folder of this full name, made with its parents where it is not there yet. */
    private MailFolder folder(String fullName) throws FolderException {
        String[] names = fullName.split("\\.");
        MailFolder folder = store.getMailbox(names[0]);
        for (int i = 1; i < names.length; i++) {
            MailFolder child = store.getMailbox(folder, names[i]);
            folder = child != null ? child : store.createMailbox(folder, names[i], true);
        }
        return folder;
    }
}
