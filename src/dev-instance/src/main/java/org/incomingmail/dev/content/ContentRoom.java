package org.incomingmail.dev.content;

import com.atlassian.confluence.languages.LocaleManager;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.sal.api.user.UserManager;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.incomingmail.dev.content.notices.NoticeMail;
import org.incomingmail.dev.content.notices.Notices;
import org.incomingmail.dev.content.rest.RestApi;
import org.incomingmail.dev.content.screens.Screens;
import org.incomingmail.dev.content.store.AttachmentFiles;
import org.incomingmail.dev.content.wiki.Attachments;
import org.incomingmail.dev.content.wiki.People;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.services.Database;
import org.incomingmail.dev.services.mail.MailQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wiki. Opens after the rooms of services and people. */
public final class ContentRoom implements Room {

    private static final Logger log = LoggerFactory.getLogger(ContentRoom.class);

    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "attachment-sweeper"));

    @Override
    public void open(Host host) throws IOException {
        HostServices services = host.services();
        AttachmentFiles files = new AttachmentFiles(host.options().common().resolve("attachments"), Clock.systemUTC());
        Wiki wiki = Wiki.on(
                services.get(Database.class),
                files,
                new People(services.get(UserAccessor.class), services.get(UserManager.class)),
                services.get(EventPublisher.class),
                Clock.systemUTC());
        wiki.register(services);
        new DemoContent(wiki).createOnce();
        NoticeMail mail = new NoticeMail(
                wiki, services.get(MailServerManager.class), services.get(LocaleManager.class), host::baseUrl);
        MailQueue queue = services.get(MailQueue.class);
        services.get(EventPublisher.class).register(new Notices(wiki, mail, queue::add));
        Screens.open(host, wiki);
        RestApi.open(host, wiki);
        sweeper.scheduleWithFixedDelay(() -> sweep(wiki.attachments()), 0, 1, TimeUnit.HOURS);
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        try {
            if (!sweeper.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("The sweep of the attachments folder did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sweep(Attachments attachments) {
        try {
            int removed = attachments.sweep();
            if (removed > 0) {
                log.info("Removed {} files that belonged to no attachment", removed);
            }
        } catch (IOException | RuntimeException e) {
            log.warn("The attachments folder could not be swept: {}", e.toString());
        }
    }
}
