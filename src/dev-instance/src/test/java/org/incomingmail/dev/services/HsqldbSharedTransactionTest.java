package org.incomingmail.dev.services;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class HsqldbSharedTransactionTest extends SharedTransactionContract {
    @TempDir
    static Path home;

    @Override
    Database open() {
        return Databases.open(home, Optional.empty());
    }
}
