package org.incomingmail.dev.services;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers events in the publishing thread; a listener that fails harms nobody but itself. */
final class Events implements EventPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private final List<Object> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Object event) {
        for (Object listener : listeners) {
            for (Method method : listener.getClass().getMethods()) {
                if (method.isAnnotationPresent(EventListener.class)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isInstance(event)) {
                    deliver(event, listener, method);
                }
            }
        }
    }

    private static void deliver(Object event, Object listener, Method method) {
        try {
            method.setAccessible(true); // listeners are often classes private to their app
            method.invoke(listener, event);
        } catch (InvocationTargetException e) {
            LOG.error(
                    "{} failed on {}",
                    listener.getClass().getName(),
                    event.getClass().getSimpleName(),
                    e.getCause());
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            LOG.error("{} cannot be called: its class or method is not public", method, e);
        }
    }

    @Override
    public void register(Object listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    @Override
    public void unregister(Object listener) {
        listeners.remove(listener);
    }
}
