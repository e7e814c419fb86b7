package com.atlassian.beehive;

import java.util.concurrent.locks.Lock;
import org.incomingmail.hostapi.HostType;

/** A lock held by one node of the cluster; never times out; not reentrant. */
@HostType(source = "beehive 0.0.8 Javadoc")
public interface ClusterLock extends Lock {}
