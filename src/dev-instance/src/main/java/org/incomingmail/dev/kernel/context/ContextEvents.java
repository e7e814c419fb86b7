package org.incomingmail.dev.kernel.context;

import org.springframework.context.ApplicationContext;

/** Told by the scanner-runtime bundle what becomes of the Spring contexts of apps. Events may be repeated. */
public interface ContextEvents {

    /** The context of the bundle is complete. */
    void ready(String symbolicName, ApplicationContext context);

    /** The context of the bundle could not be made. */
    void failed(String symbolicName, Throwable cause);

    /** The bundle waits for a service that nobody offers yet. */
    void waiting(String symbolicName, String dependency);
}
