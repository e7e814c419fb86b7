package org.incomingmail.dev;

import java.util.List;
import org.incomingmail.dev.applinks.ApplicationLinksRoom;
import org.incomingmail.dev.cluster.launch.ClusterLauncher;
import org.incomingmail.dev.content.ContentRoom;
import org.incomingmail.dev.house.CommandLine;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.house.StartFailure;
import org.incomingmail.dev.people.PeopleRoom;
import org.incomingmail.dev.sandbox.SandboxRoom;
import org.incomingmail.dev.services.ServicesRoom;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the dev instance from the command line and runs until the process is told to end. */
public final class DevInstance {

    private static final String LOG_IN = " - log in as admin / admin, or as the ordinary user alice / alice";

    private DevInstance() {}

    /** The rooms of the house, in the order in which they open. */
    static List<Room> rooms() {
        return List.of(
                new ServicesRoom(), new PeopleRoom(), new ContentRoom(), new SandboxRoom(), new ApplicationLinksRoom());
    }

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            CommandLine commandLine = CommandLine.parse(List.of(arguments));
            if (commandLine.help()) {
                System.out.print(CommandLine.USAGE);
                return;
            }
            if (commandLine.nodes() > 0) {
                startCluster(commandLine);
            } else if (!commandLine.node().isEmpty()) {
                Instance node = start(ClusterLauncher.joining(commandLine));
                System.out.println("Ready: " + node.ownUrl() + " - " + commandLine.node() + " of " + node.baseUrl());
            } else {
                Instance instance = start(commandLine);
                System.out.println("Ready: " + instance.baseUrl() + LOG_IN);
            }
        } catch (StartFailure failure) {
            System.err.println("Can't start: " + oneLine(failure));
            System.exit(1);
        }
    }

    private static Instance start(CommandLine commandLine) {
        Instance instance = Instance.start(commandLine, rooms());
        Runtime.getRuntime().addShutdownHook(new Thread(instance::close, "shutdown"));
        return instance;
    }

    private static void startCluster(CommandLine commandLine) {
        ClusterLauncher cluster = ClusterLauncher.start(commandLine, rooms());
        cluster.nodes().forEach(System.out::println);
        System.out.println("Ready: " + cluster.baseUrl() + LOG_IN);
    }

    private static String oneLine(StartFailure failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " | ");
    }
}
