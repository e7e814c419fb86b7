package org.incomingmail.dev;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.incomingmail.dev.apps.AppsRoom;
import org.incomingmail.dev.cluster.ClusterRoom;
import org.incomingmail.dev.house.Cluster;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.house.HomeFolder;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.house.Membership;
import org.incomingmail.dev.house.Options;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.RegisteredServices;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.house.Routes;
import org.incomingmail.dev.house.StartFailure;
import org.incomingmail.dev.kernel.KernelRoom;
import org.incomingmail.dev.services.logging.HostLog;
import org.incomingmail.dev.web.WebRoom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running dev instance: all rooms of the house, opened in order, closed in reverse. */
public final class Instance implements Host, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private final Options options;
    private final HostServices services = new RegisteredServices();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final WebRoom web;
    private final KernelRoom kernel;

    private Instance(Options options, HomeFolder home) {
        this.options = options;
        open.push(HostLog::close);
        open.push(home);
        this.web = new WebRoom(options, services);
        this.kernel = new KernelRoom(options, services, web.moduleTypes());
    }

    /**
     * Starts an instance with these rooms beside the house's own.
     *
     * @throws StartFailure with one line that says what to change
     */
    public static Instance start(CommandLine commandLine, List<Room> rooms) {
        HomeFolder home = HomeFolder.occupy(commandLine.options().home());
        HostLog.open(commandLine.options().home());
        Instance instance;
        try {
            instance = new Instance(commandLine.options(), home);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
        try {
            instance.openAll(rooms, commandLine.apps());
            return instance;
        } catch (Exception | LinkageError e) {
            instance.close();
            throw e instanceof StartFailure failure ? failure : new StartFailure("the instance can't start: " + e, e);
        }
    }

    private void openAll(List<Room> rooms, List<Path> apps) throws Exception {
        open(web);
        open(new ClusterRoom());
        for (Room room : rooms) {
            open(room);
        }
        open(kernel);
        open(new AppsRoom());
        web.serve();
        kernel.start(apps);
        services.get(Cluster.class).ready();
    }

    private static void leave(Cluster cluster) {
        try {
            cluster.leaving();
        } catch (RuntimeException e) {
            LOG.warn("The other nodes could not be told that this one goes", e);
        }
    }

    private void open(Room room) throws Exception {
        open.push(room);
        room.open(this);
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public String baseUrl() {
        return options.membership().map(Membership::baseUrl).orElseGet(web::baseUrl);
    }

    @Override
    public String ownUrl() {
        return web.baseUrl();
    }

    @Override
    public HostServices services() {
        return services;
    }

    @Override
    public Routes routes() {
        return web.routes();
    }

    @Override
    public Pages pages() {
        return web.pages();
    }

    @Override
    public synchronized void close() {
        services.find(Cluster.class).ifPresent(Instance::leave);
        while (!open.isEmpty()) {
            AutoCloseable room = open.pop();
            try {
                room.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly", room.getClass().getSimpleName(), e);
            }
        }
    }
}
