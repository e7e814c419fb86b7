package org.incomingmail.engine.explain.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.delivery.Limits;
import org.jspecify.annotations.Nullable;

/** Reads the command line. */
final class Arguments {
    private final List<String> own = new ArrayList<>();
    private final List<String> spaces = new ArrayList<>();
    private final List<String> users = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private String space = "DEMO";
    private long mostBytes = Limits.defaults().messageBytes();
    private Options.StandardInput standardInput = Options.StandardInput.NAMES;
    private @Nullable String to;
    private @Nullable Instant now;
    private @Nullable Path signingKey;

    private Arguments() {}

    /** The command line makes no sense; the message says why. */
    static final class WrongUsageException extends Exception {
        WrongUsageException(String message) {
            super(message);
        }
    }

    /** Of a command line without options. */
    static Options none() {
        return new Arguments().options();
    }

    static Options parse(String... arguments) throws WrongUsageException {
        Arguments read = new Arguments();
        boolean options = true;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!options || argument.equals("-") || !argument.startsWith("-")) {
                read.files.add(argument);
            } else if (argument.equals("--")) {
                options = false;
            } else if (argument.equals("--message")) {
                read.standardInput = Options.StandardInput.MESSAGE;
            } else {
                int equals = argument.indexOf('=');
                String name = equals < 0 ? argument : argument.substring(0, equals);
                if (equals < 0 && ++i >= arguments.length) {
                    throw new WrongUsageException(name + " needs a value");
                }
                read.take(name, equals < 0 ? arguments[i] : argument.substring(equals + 1));
            }
        }
        return read.options();
    }

    private void take(String name, String value) throws WrongUsageException {
        try {
            switch (name) {
                case "--to" -> to = value;
                case "--own" -> own.add(value);
                case "--space" -> space = value;
                case "--spaces" -> spaces.addAll(List.of(value.split(",")));
                case "--user" -> users.add(value);
                case "--now" -> now = Instant.parse(value);
                case "--signing-key" -> signingKey = Path.of(value);
                case "--max-mib" -> mostBytes = Math.multiplyExact(Long.parseLong(value), 1024L * 1024);
                default -> throw new WrongUsageException("unknown option " + name);
            }
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException | InvalidPathException e) {
            throw new WrongUsageException(name + " does not take " + value);
        }
    }

    private Options options() {
        return new Options(
                Optional.ofNullable(to),
                List.copyOf(own),
                space,
                List.copyOf(spaces),
                List.copyOf(users),
                Optional.ofNullable(now),
                Optional.ofNullable(signingKey),
                mostBytes,
                standardInput,
                List.copyOf(files));
    }
}
