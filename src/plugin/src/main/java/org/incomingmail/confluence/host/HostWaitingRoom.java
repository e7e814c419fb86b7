package org.incomingmail.confluence.host;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.storage.HomeFolder;
import org.incomingmail.engine.delivery.Ledger;
import org.incomingmail.engine.delivery.Locks;
import org.incomingmail.engine.delivery.MessageStore;
import org.incomingmail.engine.delivery.Spool;
import org.incomingmail.engine.delivery.Transactions;
import org.incomingmail.engine.delivery.WaitingMails;
import org.incomingmail.engine.delivery.WaitingRoom;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.MailServers;
import org.incomingmail.engine.wiki.Wiki;

/** The engine's waiting room in this host. */
@Named
public class HostWaitingRoom {
    private static final String PREFIX = "org.incomingmail.confluence.waiting.";
    private final ClusterLockService locks;
    private final WaitingRoom room;

    @Inject
    public HostWaitingRoom(
            Ledger ledger,
            MessageStore store,
            Transactions transactions,
            ClusterLockService locks,
            MessageRooms rooms,
            MailServers servers,
            Wiki wiki,
            WaitingMails waiting,
            HomeFolder home) {
        this.locks = locks;
        this.room = new WaitingRoom(
                new WaitingRoom.Ports(
                        ledger,
                        store,
                        transactions,
                        this::tryLock,
                        rooms,
                        servers,
                        wiki,
                        waiting,
                        rooms.confirmations()),
                new Spool(home.spool().resolveSibling("incoming-mail-waiting")),
                Clock.systemUTC()::instant);
    }

    public WaitingRoom room() {
        return room;
    }

    private Optional<Locks.Held> tryLock(MailServerId server) {
        ClusterLock lock = locks.getLockForName(PREFIX + server);
        return lock.tryLock() ? Optional.of(lock::unlock) : Optional.empty();
    }
}
