package org.incomingmail.dev.content;

import java.util.Optional;
import org.incomingmail.dev.services.Database;
import org.incomingmail.dev.services.Databases;

final class HsqldbWikiTest extends WikiContract {

    @Override
    Database database() {
        return Databases.open(home, Optional.empty());
    }
}
