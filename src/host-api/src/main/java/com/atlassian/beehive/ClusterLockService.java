package com.atlassian.beehive;

import org.incomingmail.hostapi.HostType;

/** Gives cluster locks by name: simple ASCII, at most 255 characters, reverse DNS. */
@HostType(source = "beehive 0.0.8 Javadoc")
public interface ClusterLockService {
    ClusterLock getLockForName(String lockName);
}
