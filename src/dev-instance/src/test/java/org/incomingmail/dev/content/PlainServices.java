package org.incomingmail.dev.content;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.mail.Email;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.services.Database;
import org.incomingmail.dev.services.Databases;
import org.incomingmail.dev.services.mail.MailQueue;
import org.jspecify.annotations.Nullable;

/** The services this room needs, as plain as can be: the real database, events in place, mail that is kept. */
final class PlainServices implements Room, EventPublisher, MailServerManager, SMTPMailServer {

    final List<Email> sent = new CopyOnWriteArrayList<>();
    private final List<Object> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Database database;
    private @Nullable MailQueue queue;

    @Override
    public void open(Host host) {
        database = Databases.open(host.options().home(), host.options().jdbcUrl());
        host.services().register(Database.class, database);
        host.services().register(EventPublisher.class, this);
        host.services().register(MailServerManager.class, this);
        queue = new MailQueue(this);
        host.services().register(MailQueue.class, queue);
    }

    @Override
    public void close() {
        if (queue != null) {
            queue.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Override
    public void publish(Object event) {
        for (Object listener : listeners) {
            for (Method method : listener.getClass().getMethods()) {
                if (method.isAnnotationPresent(EventListener.class)
                        && method.getParameterTypes()[0].isInstance(event)) {
                    call(listener, method, event);
                }
            }
        }
    }

    private static void call(Object listener, Method method, Object event) {
        try {
            method.setAccessible(true);
            method.invoke(listener, event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void register(Object listener) {
        listeners.add(listener);
    }

    @Override
    public void unregister(Object listener) {
        listeners.remove(listener);
    }

    @Override
    public SMTPMailServer getDefaultSMTPMailServer() {
        return this;
    }

    @Override
    public boolean isDefaultSMTPMailServerDefined() {
        return true;
    }

    @Override
    public String getDefaultFrom() {
        return "wiki@example.org";
    }

    @Override
    public String getPrefix() {
        return "[Confluence]";
    }

    @Override
    public void send(Email email) {
        sent.add(email);
    }
}
