package com.atlassian.scheduler.config;

import org.incomingmail.hostapi.HostType;

/** Once in the cluster, or on each node. */
@HostType(source = "atlassian-scheduler-api 1.6.0 Javadoc")
public enum RunMode {
    RUN_ONCE_PER_CLUSTER,
    RUN_LOCALLY
}
