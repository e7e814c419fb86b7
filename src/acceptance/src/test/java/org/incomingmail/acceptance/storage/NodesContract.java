package org.incomingmail.acceptance.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.beehive.ClusterLockService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.confluence.nodes.Node;
import org.incomingmail.confluence.nodes.NodeRoll;
import org.incomingmail.confluence.storage.ActiveObjectsNodes;
import org.incomingmail.dev.services.Locks;
import org.incomingmail.engine.server.MailServerId;
import org.junit.jupiter.api.Test;

/** Nodes that find each other in the database. */
interface NodesContract {
    Duration SOON = Duration.ofSeconds(20);
    List<MailServerId> MAILBOXES =
            List.of(new MailServerId(1), new MailServerId(2), new MailServerId(3), new MailServerId(4));

    AppTables tables();

    @Test
    default void nodesShareTheMailboxesForAsLongAsTheyLive() {
        ClusterLockService locks = Locks.of(Optional.empty());
        ActiveObjectsNodes book = new ActiveObjectsNodes(tables().activeObjects());
        Node dead = new Node("dead", "of an earlier run", true, Set.of(new MailServerId(4)));
        book.write(dead);
        assertThat(book.all()).containsExactly(dead);
        NodeRoll one = new NodeRoll(book, locks);
        NodeRoll other = new NodeRoll(book, locks);
        NodeRoll deaf = new NodeRoll(book, locks);
        try {
            one.begin(true, () -> Set.of(new MailServerId(1)));
            assertThat(one.attendance().alone())
                    .as("nobody holds the lock of the dead node")
                    .isTrue();
            assertThat(one.listening().of(MAILBOXES)).hasSameElementsAs(MAILBOXES);

            other.begin(true, Set::of);
            await().atMost(SOON).until(() -> !one.attendance().alone());
            assertThat(other.attendance().listener(new MailServerId(1))).isPresent();
            Set<MailServerId> ones = one.checking().of(MAILBOXES);
            assertThat(ones).hasSize(2);
            assertThat(other.checking().of(MAILBOXES)).hasSize(2).doesNotContainAnyElementsOf(ones);

            deaf.begin(false, Set::of);
            await().atMost(SOON)
                    .until(() -> one.attendance().nodes().size() == 3
                            && other.attendance().nodes().size() == 3);
            assertThat(one.listening().of(MAILBOXES))
                    .as("who does not listen leaves it to the others")
                    .hasSize(2);
        } finally {
            deaf.end();
            other.end();
            await().atMost(SOON).until(() -> one.attendance().alone());
            assertThat(one.checking().of(MAILBOXES)).hasSameElementsAs(MAILBOXES);
            one.end();
        }
        assertThat(book.all()).as("who leaves is not in the book").isEmpty();
    }
}
