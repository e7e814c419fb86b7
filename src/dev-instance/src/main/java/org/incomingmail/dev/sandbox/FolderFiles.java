package org.incomingmail.dev.sandbox;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One mail folder on disk: a file per message, named by UID and flags, and what IMAP promises about the UIDs. */
final class FolderFiles {
    private final MailFolder folder;
    private final Map<Long, Path> files = new HashMap<>();
    private Path directory;
    private UidPromise promise;

    FolderFiles(MailFolder folder, Path directory, UidPromise promise) {
        this.folder = folder;
        this.directory = directory;
        this.promise = promise;
    }

    long uidValidity() {
        return promise.uidValidity();
    }

    String name() {
        return promise.folderName();
    }

    /** Takes over a message that is on disk already. */
    synchronized void adopt(long uid, Path file) {
        files.put(uid, file);
    }

    /** Brings the disk up to what the folder holds now. */
    synchronized void save() {
        try {
            if (promise.uidNext() != folder.getUIDNext()) {
                // first, so that a crash can never make a UID come back for another message
                promise = promise.withUidNext(folder.getUIDNext());
                promise.writeTo(directory);
            }
            Set<Long> gone = new HashSet<>(files.keySet());
            for (StoredMessage message : folder.getMessages()) {
                gone.remove(message.getUid());
                save(message);
            }
            for (long uid : gone) {
                Path file = files.remove(uid);
                if (file != null) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write its mail to disk", e);
        }
    }

    /** Follows a folder that was renamed. */
    synchronized void moveTo(Path newDirectory) throws IOException {
        Files.move(directory, newDirectory);
        directory = newDirectory;
        files.replaceAll((uid, file) -> newDirectory.resolve(file.getFileName()));
        promise = promise.withFolderName(folder.getFullName());
        promise.writeTo(directory);
    }

    synchronized void delete() throws IOException {
        for (Path file : files.values()) {
            Files.deleteIfExists(file);
        }
        files.clear();
        UidPromise.deleteFrom(directory);
        Files.deleteIfExists(directory);
    }

    private void save(StoredMessage message) throws IOException {
        var wanted = directory.resolve(new MessageFileName(message.getUid(), message.getFlags()).text());
        Path file = files.get(message.getUid());
        if (file == null) {
            Path unfinished = directory.resolve("unfinished.tmp");
            try (var out = Files.newOutputStream(unfinished)) {
                message.getMimeMessage().writeTo(out);
            } catch (MessagingException e) {
                throw new IOException("A message cannot be written", e);
            }
            Files.setLastModifiedTime(
                    unfinished, FileTime.from(message.getReceivedDate().toInstant()));
            Files.move(unfinished, wanted);
            files.put(message.getUid(), wanted);
        } else if (!file.equals(wanted)) {
            Files.move(file, wanted);
            files.put(message.getUid(), wanted);
        }
    }
}
