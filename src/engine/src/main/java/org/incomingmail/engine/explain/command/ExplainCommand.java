package org.incomingmail.engine.explain.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.incomingmail.engine.explain.CodeWords;
import org.incomingmail.engine.explain.Explainer;
import org.incomingmail.engine.explain.Explanation;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.message.RawMessage;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.publishing.Wording;

/** {@code incoming-mail-explain FILE...}: what production would do with messages, one line of JSON for each. */
public final class ExplainCommand {
    static final int ALL_READ = 0;
    static final int SOME_UNREADABLE = 1;
    static final int WRONG_USAGE = 2;

    private ExplainCommand() {}

    public static void main(String[] arguments) {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024);
        System.exit(run(List.of(arguments), System.in, out, System.err));
    }

    static int run(List<String> arguments, InputStream in, OutputStream out, PrintStream errors) {
        try {
            if (arguments.contains("--help") || arguments.contains("-h")) {
                print(out, "usage.txt");
                return ALL_READ;
            }
            if (arguments.contains("--schema")) {
                print(out, "schema.json");
                return ALL_READ;
            }
            Options options = Arguments.parse(arguments.toArray(String[]::new));
            boolean allRead = explain(options, in, out);
            out.flush();
            return allRead ? ALL_READ : SOME_UNREADABLE;
        } catch (Arguments.WrongUsageException e) {
            errors.println("incoming-mail-explain: " + e.getMessage() + " (see --help)");
            return WRONG_USAGE;
        } catch (IOException | UncheckedIOException e) {
            errors.println("incoming-mail-explain: " + e.getMessage());
            return SOME_UNREADABLE;
        }
    }

    private static boolean explain(Options options, InputStream in, OutputStream out) throws IOException {
        MessageReader reader = new MessageReader();
        Publisher publisher = new Publisher(Wording.english());
        Explainer explainer = new Explainer(reader, publisher, CodeWords.english(), options.mostBytes());
        AssumedSetting setting = new AssumedSetting(options, reader, publisher);
        Printing printing = new Printing(explainer, setting, out);
        new Sources(printing).read(options, in);
        return printing.allRead;
    }

    private static void print(OutputStream out, String resource) throws IOException {
        try (InputStream text = Objects.requireNonNull(Explainer.class.getResourceAsStream(resource))) {
            text.transferTo(out);
        }
        out.flush();
    }

    /** Explains each message as it comes. */
    private static final class Printing implements Messages {
        private final Explainer explainer;
        private final AssumedSetting setting;
        private final OutputStream out;
        private boolean allRead = true;

        Printing(Explainer explainer, AssumedSetting setting, OutputStream out) {
            this.explainer = explainer;
            this.setting = setting;
            this.out = out;
        }

        @Override
        public void message(String source, RawMessage raw) {
            print(explainer.explain(source, raw, setting));
        }

        @Override
        public void unreadable(String source, IOException reason) {
            print(Explanation.unreadable(source, reason));
        }

        private void print(Explanation explanation) {
            allRead &= explanation.readable();
            try {
                out.write(explanation.json().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e); // whoever reads our output has gone
            }
        }
    }
}
