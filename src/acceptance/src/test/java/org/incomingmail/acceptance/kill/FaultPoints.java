package org.incomingmail.acceptance.kill;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** The steps of delivery: one before and one after each call from the engine to what is around it. The process ends at a chosen one. */
final class FaultPoints {
    /** What a process that was killed answers: 128 + SIGKILL. */
    static final int KILLED = 137;

    private final AtomicInteger left;

    /** @param deadly number of the step at which the process ends at once; 0 for none */
    FaultPoints(int deadly) {
        left = new AtomicInteger(deadly);
    }

    void reach(String step) {
        if (left.decrementAndGet() == 0) {
            Said.DIED.say(step);
            Runtime.getRuntime().halt(KILLED); // no hook runs, no file is closed
        }
    }

    /** The same service with a step before and after each call. */
    <T> T around(Class<T> type, T service) {
        return type.cast(Proxy.newProxyInstance(
                FaultPoints.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String step = type.getSimpleName() + "." + method.getName();
                    reach("before " + step);
                    try {
                        Object result = method.invoke(service, arguments);
                        reach("after " + step);
                        return result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
