package org.incomingmail.dev.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.beehive.ClusterLockService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What two nodes must find. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public interface ClusterLocksContract {

    ClusterLockService one();

    ClusterLockService other();

    /** What becomes of the first node when its process is killed; it is never asked again. */
    void killOne() throws Exception;

    @Test
    default void whatOneNodeHoldsTheOtherGetsWhenItIsLetGo() throws Exception {
        assertThat(one().getLockForName("mailbox").tryLock()).isTrue();
        assertThat(other().getLockForName("mailbox").tryLock()).isFalse();
        assertThat(other().getLockForName("mailbox").tryLock(50, TimeUnit.MILLISECONDS))
                .isFalse();
        assertThat(other().getLockForName("another").tryLock()).isTrue();
        other().getLockForName("another").unlock();

        one().getLockForName("mailbox").unlock();
        assertThat(other().getLockForName("mailbox").tryLock(10, TimeUnit.SECONDS))
                .isTrue();
        other().getLockForName("mailbox").unlock();
    }

    @Test
    default void aLockIsNotReentrant() throws Exception {
        one().getLockForName("once").lock();
        assertThat(one().getLockForName("once").tryLock()).isFalse();
        assertThat(one().getLockForName("once").tryLock(5, TimeUnit.MILLISECONDS))
                .isFalse();
        one().getLockForName("once").unlock();
        assertThat(other().getLockForName("once").tryLock()).isTrue();
        other().getLockForName("once").unlock();
    }

    @Test
    default void onlyTheHolderLetsGo() {
        one().getLockForName("mine").lock();
        assertThatThrownBy(() -> other().getLockForName("mine").unlock())
                .isInstanceOf(IllegalMonitorStateException.class);
        assertThat(other().getLockForName("mine").tryLock()).isFalse();
        one().getLockForName("mine").unlock();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    default void whatADeadNodeHeldIsFree() throws Exception {
        one().getLockForName("orphan").lock();
        assertThat(other().getLockForName("orphan").tryLock()).isFalse();
        killOne();
        assertThat(other().getLockForName("orphan").tryLock(20, TimeUnit.SECONDS))
                .isTrue();
        other().getLockForName("orphan").unlock();
    }
}
