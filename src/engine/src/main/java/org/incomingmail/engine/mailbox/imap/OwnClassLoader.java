package org.incomingmail.engine.mailbox.imap;

import java.io.IOException;

/**
 * Jakarta Mail asks the thread's context class loader for its services first. In a host that loader may hold another
 * mail library, whose classes do not fit; so whatever touches Jakarta Mail runs under the loader it came from.
 */
final class OwnClassLoader {

    private OwnClassLoader() {}

    interface Step<T> {
        T take() throws IOException;
    }

    static <T> T call(Step<T> step) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnClassLoader.class.getClassLoader());
        try {
            return step.take();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
