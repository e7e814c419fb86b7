package com.atlassian.sal.api.lifecycle;

import org.incomingmail.hostapi.HostType;

/** Told when the host and the app are up, and when they go down. Must be exported as a service. */
@HostType(source = "SAL 3.0 upgrade guide")
public interface LifecycleAware {
    void onStart();

    void onStop();
}
