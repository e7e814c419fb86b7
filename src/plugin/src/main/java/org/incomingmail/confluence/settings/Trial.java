package org.incomingmail.confluence.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.host.MessageRooms;
import org.incomingmail.confluence.storage.HomeFolder;
import org.incomingmail.engine.delivery.Assessor;
import org.incomingmail.engine.delivery.Limits;
import org.incomingmail.engine.explain.Explainer;
import org.incomingmail.engine.explain.Explanation;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.message.RawMessage;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.ReplyAddresses;

/** What a mail server would make of a message, with the users, spaces and rules of this wiki. Nothing is done. */
@Named
public class Trial {
    private static final long MOST_BYTES = Limits.defaults().messageBytes();
    private final MessageRooms rooms;
    private final CodeTexts texts;
    private final HomeFolder home;

    @Inject
    public Trial(MessageRooms rooms, CodeTexts texts, HomeFolder home) {
        this.rooms = rooms;
        this.texts = texts;
        this.home = home;
    }

    /** Takes the bytes to a file, as delivery does. One that is larger than delivery fetches is cut there, and said so. */
    public Explanation explain(MailServer server, String source, InputStream message) throws IOException {
        Path folder = Files.createDirectories(home.spool());
        Path file = Files.createTempFile(folder, "trial", ".eml");
        try {
            copy(message, file);
            return explain(server, source, RawMessage.of(file));
        } finally {
            Files.delete(file);
        }
    }

    /** What lies somewhere already. */
    public Explanation explain(MailServer server, String source, RawMessage message) {
        Explainer explainer = new Explainer(new MessageReader(), rooms.publisher(), texts::cause, MOST_BYTES);
        return explainer.explain(source, message, new Real(server));
    }

    private static void copy(InputStream message, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long left = MOST_BYTES + 1;
            for (int read = message.read(buffer); read >= 0 && left > 0; read = message.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
        }
    }

    /** The rooms as delivery uses them. */
    private final class Real implements Explainer.Setting {
        private final MailServer server;
        private final Assessor assessor = rooms.assessor();

        Real(MailServer server) {
            this.server = server;
        }

        @Override
        public MailServer server(IncomingMessage message) {
            return server;
        }

        @Override
        public Assessor assessor(IncomingMessage message) {
            return assessor;
        }

        @Override
        public ReplyAddresses replyAddresses(IncomingMessage message) {
            return rooms.replyAddresses();
        }
    }
}
