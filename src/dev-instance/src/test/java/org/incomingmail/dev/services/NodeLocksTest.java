package org.incomingmail.dev.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.beehive.ClusterLock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NodeLocksTest {
    private final NodeLocks locks = new NodeLocks();

    @Test
    void oneHolderAtATimeByName() throws Exception {
        ClusterLock lock = locks.getLockForName("mailbox-1");
        lock.lock();

        assertThat(elsewhere(() -> locks.getLockForName("mailbox-1").tryLock())).isFalse();
        assertThat(elsewhere(() -> locks.getLockForName("mailbox-2").tryLock())).isTrue();
        assertThat(lock.tryLock()).as("not reentrant").isFalse();
        assertThat(lock.tryLock(5, TimeUnit.MILLISECONDS)).isFalse();
        lock.unlock();
        assertThat(elsewhere(() -> locks.getLockForName("mailbox-1").tryLock())).isTrue();
    }

    @Test
    void onlyTheHolderUnlocksAndOnlyOnce() {
        ClusterLock lock = locks.getLockForName("mailbox");
        lock.lock();

        assertThat(elsewhere(() -> {
                    assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
                    return lock.tryLock();
                }))
                .isFalse();
        lock.unlock();
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    }

    private static boolean elsewhere(java.util.function.BooleanSupplier question) {
        return CompletableFuture.supplyAsync(question::getAsBoolean).join();
    }
}
