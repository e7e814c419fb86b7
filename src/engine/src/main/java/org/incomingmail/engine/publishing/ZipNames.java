package org.incomingmail.engine.publishing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.incomingmail.engine.message.IncomingAttachment;
import org.incomingmail.engine.publishing.LeftOut.Reason;

/** Looks at the names in a ZIP file. Nothing is unpacked to keep, and a bomb is put aside long before it goes off. */
final class ZipNames {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private ZipNames() {}

    static boolean looksLikeOne(byte[] first) {
        return first.length > 3 && first[0] == 'P' && first[1] == 'K' && (first[2] == 3 || first[2] == 5);
    }

    /** Empty when every name was seen and none is blocked. */
    static Optional<Reason> problem(IncomingAttachment file, List<String> blocked) throws IOException {
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[8 * 1024];
        try (InputStream raw = file.open();
                ZipInputStream zip = new ZipInputStream(raw)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (blocked.contains(FileKinds.ending(entry.getName()))) {
                    return Optional.of(Reason.BLOCKED_IN_ARCHIVE);
                }
                if (++entries > MOST_ENTRIES) {
                    return Optional.of(Reason.ARCHIVE_UNREADABLE);
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_BYTES) {
                        return Optional.of(Reason.ARCHIVE_UNREADABLE);
                    }
                }
            }
            return Optional.empty();
        } catch (ZipException | EOFException | IllegalArgumentException unreadable) {
            // encrypted, cut off, or names in an unknown encoding: nobody can say what is inside
            return Optional.of(Reason.ARCHIVE_UNREADABLE);
        }
    }
}
