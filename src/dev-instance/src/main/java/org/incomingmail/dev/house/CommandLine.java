package org.incomingmail.dev.house;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was typed after the command.
 *
 * @param options what the rooms may know
 * @param apps jar files to install or replace at start
 * @param nodes how many nodes to start as a cluster; 0 for none
 * @param node name of the node to join a running cluster as, or empty
 * @param help whether only the usage was asked for
 */
public record CommandLine(Options options, List<Path> apps, int nodes, String node, boolean help) {
    private static final int MOST_NODES = 9;

    /** For one instance. */
    public CommandLine(Options options, List<Path> apps, boolean help) {
        this(options, apps, 0, "", help);
    }

    /** The text for {@code --help}. */
    public static final String USAGE =
            """
            Starts a Confluence dev instance.

              --port N             HTTP port (default 1990; 0 picks a free one)
              --home DIR           home folder, kept between runs (default ./home)
              --context-path PATH  default /confluence
              --jdbc-url URL       PostgreSQL with user and password; default is HSQLDB in the home folder
              --cluster N          N nodes on one PostgreSQL behind an entry at the port, one started after the other
              --node NAME          joins the cluster that runs in the home folder, as another node
              --app JAR            installs or replaces an app at start; may be repeated
              --help               this text
            """;

    /**
     * Reads the arguments.
     *
     * @throws StartFailure naming the argument that can't be used
     */
    public static CommandLine parse(List<String> arguments) {
        int port = 1990;
        Path home = Path.of("home");
        String contextPath = "/confluence";
        Optional<String> jdbcUrl = Optional.empty();
        List<Path> apps = new ArrayList<>();
        int nodes = 0;
        String node = "";
        boolean help = false;
        Deque<String> rest = new ArrayDeque<>();
        for (String argument : arguments) {
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            if (equals > 0) {
                rest.add(argument.substring(0, equals));
            }
            rest.add(argument.substring(equals + 1));
        }
        while (!rest.isEmpty()) {
            String name = rest.pop();
            switch (name) {
                case "--port" -> port = port(value(name, rest.poll()));
                case "--home" -> home = Path.of(value(name, rest.poll()));
                case "--context-path" -> contextPath = contextPath(value(name, rest.poll()));
                case "--jdbc-url" -> jdbcUrl = Optional.of(value(name, rest.poll()));
                case "--cluster" -> nodes = nodes(value(name, rest.poll()));
                case "--node" -> node = node(value(name, rest.poll()));
                case "--app" -> apps.add(Path.of(value(name, rest.poll())));
                case "--help", "-h" -> help = true;
                default -> throw new StartFailure("unknown option " + name + "; --help lists them");
            }
        }
        if (nodes > 0 && !node.isEmpty()) {
            throw new StartFailure("--cluster starts a cluster and --node joins one; say one of them");
        }
        Options options = new Options(port, contextPath, home.toAbsolutePath().normalize(), jdbcUrl, Optional.empty());
        return new CommandLine(options, List.copyOf(apps), nodes, node, help);
    }

    private static String value(String name, @Nullable String value) {
        if (value == null || value.isBlank() && !name.equals("--context-path")) {
            throw new StartFailure(name + " needs a value");
        }
        return value;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the same answer as a number out of range
        }
        throw new StartFailure("--port must be a number from 0 to 65535, not " + text);
    }

    private static int nodes(String text) {
        if (!text.matches("[1-" + MOST_NODES + "]")) {
            throw new StartFailure("--cluster must be a number from 1 to " + MOST_NODES + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    /** It becomes a folder of the home. */
    private static String node(String text) {
        if (!text.matches("node[A-Za-z0-9-]{0,30}")) {
            throw new StartFailure("--node must be \"node\" and letters, digits or -, not " + text);
        }
        return text;
    }

    private static String contextPath(String text) {
        String path = text.replaceAll("^/+|/+$", "");
        if (!path.matches("[A-Za-z0-9._~/-]*")) {
            throw new StartFailure("--context-path must be letters, digits and / only, not " + text);
        }
        return path.isEmpty() ? "" : "/" + path;
    }
}
