package org.incomingmail.confluence.host;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.delivery.Locks;
import org.incomingmail.engine.server.MailServerId;

/** A cluster lock per mailbox. */
@Named
public class ClusterLocks implements Locks {
    private static final String PREFIX = "org.incomingmail.confluence.mailbox.";
    private final ClusterLockService locks;

    @Inject
    public ClusterLocks(ClusterLockService locks) {
        this.locks = locks;
    }

    @Override
    public Optional<Held> tryLock(MailServerId mailbox) {
        ClusterLock lock = locks.getLockForName(PREFIX + mailbox);
        if (!lock.tryLock()) {
            return Optional.empty();
        }
        return Optional.of(lock::unlock);
    }
}
