package org.incomingmail.dev.services.mail;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the host's own notifications in the background: at most a few tries each, never more waiting than bounded. */
public final class MailQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailQueue.class);
    private static final int MOST_WAITING = 1000;
    private static final int TRIES = 3;
    private static final long RETRY_SECONDS = 30;
    private final MailServerManager servers;
    private final ScheduledThreadPoolExecutor worker;

    public MailQueue(MailServerManager servers) {
        this.servers = servers;
        this.worker = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "mail-queue");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Takes a mail to send; without an outgoing mail server it is dropped, as there is nowhere to send it. */
    public void add(Email email) {
        if (!servers.isDefaultSMTPMailServerDefined()) {
            return;
        }
        if (worker.getQueue().size() >= MOST_WAITING) {
            LOG.error(
                    "The mail queue is full ({} waiting); the notification to {} is dropped",
                    MOST_WAITING,
                    email.getTo());
            return;
        }
        plan(email, 1, 0);
    }

    private void plan(Email email, int attempt, long delaySeconds) {
        try {
            worker.schedule(() -> send(email, attempt), delaySeconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.warn("The instance is stopping; the notification to {} is not sent", email.getTo());
        }
    }

    private void send(Email email, int attempt) {
        SMTPMailServer server = servers.getDefaultSMTPMailServer();
        if (server == null) {
            return;
        }
        try {
            server.send(email);
        } catch (MailException e) {
            if (attempt < TRIES) {
                LOG.warn("Notification to {} not sent, trying again: {}", email.getTo(), e.getMessage());
                plan(email, attempt + 1, RETRY_SECONDS * attempt);
            } else {
                LOG.error("Notification to {} not sent after {} tries: {}", email.getTo(), TRIES, e.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.error("Notification to {} cannot be sent", email.getTo(), e);
        }
    }

    @Override
    public void close() {
        int unsent = worker.shutdownNow().size();
        if (unsent > 0) {
            LOG.warn("{} notifications were still waiting and are not sent: the instance stops", unsent);
        }
    }
}
