package org.incomingmail.dev.house;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The home folder, held by one running instance at a time. */
public final class HomeFolder implements AutoCloseable {

    private final FileChannel lockFile;

    private HomeFolder(FileChannel lockFile) {
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder where it is missing and takes it for this process.
     *
     * @throws StartFailure if it can't be written or another instance has it
     */
    public static HomeFolder occupy(Path home) {
        FileChannel channel;
        try {
            Files.createDirectories(home);
            channel = FileChannel.open(home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartFailure("the home folder " + home + " can't be written: " + reason(e), e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new HomeFolder(channel);
            }
        } catch (IOException | OverlappingFileLockException e) {
            closeQuietly(channel);
            throw inUse(home, e);
        }
        closeQuietly(channel);
        throw inUse(home, null);
    }

    private static StartFailure inUse(Path home, @org.jspecify.annotations.Nullable Exception cause) {
        return new StartFailure(
                "the home folder " + home + " is in use by another instance; choose one with --home", cause);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing was written; the channel goes with the process
        }
    }

    @Override
    public void close() {
        closeQuietly(lockFile);
    }
}
