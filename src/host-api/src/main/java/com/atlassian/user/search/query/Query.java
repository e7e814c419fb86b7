package com.atlassian.user.search.query;

import org.incomingmail.hostapi.HostType;

/** A search for users or groups. */
@HostType(source = "OSS call sites")
public interface Query<T> {}
