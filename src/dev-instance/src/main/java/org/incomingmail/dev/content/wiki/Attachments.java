package org.incomingmail.dev.content.wiki;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.pages.Attachment;
import com.atlassian.confluence.pages.AttachmentManager;
import com.atlassian.confluence.spaces.Space;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.incomingmail.dev.content.store.AttachmentFiles;
import org.incomingmail.dev.content.store.ContentRow;
import org.incomingmail.dev.content.store.ContentRow.Type;
import org.incomingmail.dev.content.store.ContentTable;
import org.incomingmail.dev.services.Database;
import org.jspecify.annotations.Nullable;

/** Files on pages and comments: rows in the thread's transaction, bytes in files. */
public final class Attachments implements AttachmentManager {

    private final Database database;
    private final ContentTable table;
    private final AttachmentFiles files;
    private final Entities entities;
    private final People people;
    private final InstantSource clock;

    Attachments(
            Database database,
            ContentTable table,
            AttachmentFiles files,
            Entities entities,
            People people,
            InstantSource clock) {
        this.database = database;
        this.table = table;
        this.files = files;
        this.entities = entities;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void saveAttachment(Attachment attachment, @Nullable Attachment previousVersion, InputStream data)
            throws IOException {
        Path received = files.receive(data);
        try {
            database.inTransaction(() -> {
                store(attachment, previousVersion, received);
                return true;
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            files.discard(received);
        }
    }

    @Override
    public @Nullable Attachment getAttachment(ContentEntityObject container, String fileName) {
        return table.byUniqueName(Names.uniqueFile(container.getId(), fileName.strip()))
                .map(row -> entities.attachment(row, container))
                .orElse(null);
    }

    /** By its own id. */
    public Optional<Attachment> byId(long id) {
        return table.byId(id)
                .filter(row -> row.type() == Type.ATTACHMENT && !row.deleted())
                .map(entities::attachment);
    }

    @Override
    public InputStream getAttachmentData(Attachment attachment) {
        try {
            return files.open(attachment.getId(), attachment.getVersion());
        } catch (IOException e) {
            throw new UncheckedIOException("The file of attachment " + attachment.getId() + " can't be read", e);
        }
    }

    @Override
    public List<Attachment> getLatestVersionsOfAttachments(ContentEntityObject container) {
        return table.attachments(container.getId()).stream()
                .map(row -> entities.attachment(row, container))
                .toList();
    }

    /** Deletes an attachment; its bytes go once that is committed. */
    public void remove(Attachment attachment) {
        database.inTransaction(() -> {
            table.delete(attachment.getId(), People.key(people.current()), clock.instant());
            database.afterCommit(() -> files.remove(attachment.getId(), attachment.getVersion()));
            return true;
        });
    }

    /** Removes files that a rolled back transaction or a crash has left. */
    public int sweep() throws IOException {
        return files.sweep((id, version) -> table.byId(id)
                .filter(row -> row.type() == Type.ATTACHMENT && !row.deleted() && row.version() == version)
                .isPresent());
    }

    private void store(Attachment attachment, @Nullable Attachment previous, Path received) {
        ContentEntityObject container = attachment.getContainer();
        if (container == null || container.getId() == 0) {
            throw new InvalidContentException("The attachment belongs to no stored content.");
        }
        String name = Names.fileName(attachment.getFileName());
        String uniqueName = Names.uniqueFile(container.getId(), name);
        Optional<ContentRow> same = table.byUniqueName(uniqueName);
        if (previous == null && attachment.getId() == 0 && same.isPresent()) {
            throw new DuplicateTitleException(
                    "Cannot add a new attachment with same file name as an existing attachment: " + name);
        }
        try {
            Optional<ContentRow> replaced = previous == null ? same : table.byId(previous.getId());
            ContentRow row = row(attachment, container, name, Files.size(received), replaced);
            long id = replaced.isPresent() ? row.id() : table.insert(row, uniqueName);
            int version = replaced.map(old -> replace(old, row, uniqueName)).orElse(1);
            files.place(received, id, version);
            attachment.setId(id);
            attachment.setTitle(name);
            attachment.setVersion(version);
        } catch (IOException e) {
            throw new UncheckedIOException("The attachment " + name + " could not be stored", e);
        }
    }

    private int replace(ContentRow old, ContentRow row, String uniqueName) {
        if (!table.update(row, uniqueName)) {
            throw new StaleContentException("The attachment has been changed by somebody else: " + row.title());
        }
        database.afterCommit(() -> files.remove(old.id(), old.version()));
        return old.version() + 1;
    }

    private ContentRow row(
            Attachment attachment, ContentEntityObject container, String name, long size, Optional<ContentRow> old) {
        if (attachment.getCreator() == null) {
            attachment.setCreator(people.current());
        }
        attachment.setLastModificationDate(Date.from(clock.instant()));
        Space space = Spaces.of(container);
        return new ContentRow(
                old.map(ContentRow::id).orElse(0L),
                Type.ATTACHMENT,
                "current",
                space == null ? null : space.getId(),
                null,
                container.getId(),
                name,
                attachment.getBodyAsString(),
                old.map(ContentRow::version).orElse(1),
                old.map(ContentRow::creator).orElse(People.key(attachment.getCreator())),
                old.map(ContentRow::created).orElse(attachment.getCreationDate().toInstant()),
                People.key(attachment.getCreator()),
                attachment.getLastModificationDate().toInstant(),
                Names.mediaType(attachment.getMediaType()),
                size);
    }
}
