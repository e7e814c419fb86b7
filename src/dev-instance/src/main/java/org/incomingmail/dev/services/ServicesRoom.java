package org.incomingmail.dev.services;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.scheduler.SchedulerService;
import java.time.Clock;
import org.incomingmail.dev.house.Cluster;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.house.Routes;
import org.incomingmail.dev.services.admin.LoggingServlet;
import org.incomingmail.dev.services.admin.OutgoingMailServlet;
import org.incomingmail.dev.services.admin.ScheduledJobsServlet;
import org.incomingmail.dev.services.admin.SystemInformationServlet;
import org.incomingmail.dev.services.jobs.Jobs;
import org.incomingmail.dev.services.logging.HostLog;
import org.incomingmail.dev.services.logging.RequestInLog;
import org.incomingmail.dev.services.mail.MailQueue;
import org.incomingmail.dev.services.mail.OutgoingMail;
import org.jspecify.annotations.Nullable;

/** Database, transactions, settings, events and locks: what the other rooms and the apps stand on. */
public final class ServicesRoom implements Room {
    private @Nullable Database database;
    private @Nullable Jobs jobs;
    private @Nullable MailQueue mailQueue;

    @Override
    public void open(Host host) {
        Database opened = Databases.open(host.options().home(), host.options().jdbcUrl());
        database = opened;
        HostServices services = host.services();
        services.register(Database.class, opened);
        services.register(TransactionTemplate.class, new ThreadTransactions(opened));
        PluginSettingsFactory settings = new StoredSettings(opened);
        services.register(PluginSettingsFactory.class, settings);
        OutgoingMail outgoingMail = new OutgoingMail(settings);
        services.register(OutgoingMail.class, outgoingMail);
        services.register(MailServerManager.class, outgoingMail);
        MailQueue queue = new MailQueue(outgoingMail);
        mailQueue = queue;
        services.register(MailQueue.class, queue);
        services.register(EventPublisher.class, new Events());
        if (services.find(ClusterLockService.class).isEmpty()) {
            services.register(ClusterLockService.class, Locks.of(host.options().jdbcUrl()));
        }
        Clock clock = Clock.systemDefaultZone();
        Jobs scheduler = new Jobs(clock, services.get(Cluster.class)::values);
        jobs = scheduler;
        services.register(Jobs.class, scheduler);
        services.register(SchedulerService.class, scheduler);
        services.register(ActiveObjectsModules.class, new MigratedActiveObjects(opened));
        addScreens(host, opened, outgoingMail, scheduler, clock);
    }

    private static void addScreens(Host host, Database database, OutgoingMail mail, Jobs jobs, Clock clock) {
        Routes routes = host.routes();
        Pages pages = host.pages();
        String log =
                HostLog.file(host.options().home()).toAbsolutePath().normalize().toString();
        routes.filter(150, "/*", new RequestInLog());
        routes.servlet(LoggingServlet.PATH, new LoggingServlet(pages, log));
        routes.servlet(ScheduledJobsServlet.PATH, new ScheduledJobsServlet(jobs, pages, clock));
        routes.servlet(SystemInformationServlet.PATH, new SystemInformationServlet(host, database));
        routes.servlet(OutgoingMailServlet.PATH, new OutgoingMailServlet(mail, pages));
        routes.descriptor("host/services.xml");
    }

    @Override
    public void close() {
        if (mailQueue != null) {
            mailQueue.close();
        }
        if (jobs != null) {
            jobs.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
