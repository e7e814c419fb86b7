package org.incomingmail.engine.explain;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.delivery.Assessment;
import org.incomingmail.engine.delivery.Assessor;
import org.incomingmail.engine.delivery.DeliveryCode;
import org.incomingmail.engine.delivery.Recipient;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.message.RawMessage;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.reply.Reply;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.ReplyAddresses;

/** Leads a message through the rooms of production and describes what comes out; writes nothing. Thread-safe. */
public final class Explainer {
    private final MessageReader reader;
    private final Publisher publisher;
    private final CodeWords words;
    private final long mostBytes;

    /** @param mostBytes a larger message would not be fetched */
    public Explainer(MessageReader reader, Publisher publisher, CodeWords words, long mostBytes) {
        this.reader = reader;
        this.publisher = publisher;
        this.words = words;
        this.mostBytes = mostBytes;
    }

    /** The mail server a message came to, and the rooms it goes through; may depend on the message. */
    public interface Setting {
        MailServer server(IncomingMessage message);

        Assessor assessor(IncomingMessage message);

        ReplyAddresses replyAddresses(IncomingMessage message);
    }

    /** Never throws on what a message holds: then the explanation says what went wrong. */
    public Explanation explain(String source, RawMessage raw, Setting setting) {
        try {
            return explained(source, raw, setting);
        } catch (IOException e) {
            return Explanation.unreadable(source, e);
        } catch (RuntimeException | StackOverflowError e) {
            return Explanation.unreadable(source, e);
        }
    }

    private Explanation explained(String source, RawMessage raw, Setting setting) throws IOException {
        long size;
        try (InputStream bytes = raw.open()) {
            size = Measured.of(bytes).size();
        }
        IncomingMessage message = reader.read(raw);
        MailServer server = setting.server(message);
        Assessment assessment = setting.assessor(message).assess(server, message);
        boolean tooLarge = size > mostBytes;
        Content content = Content.of(assessment, publisher);
        Json json = Json.object()
                .with("schema", Explanation.SCHEMA)
                .with("source", source)
                .with("message", MessageJson.of(message, Recipient.of(message, server.toAddress())))
                .with("screening", ScreeningJson.of(assessment.screening(), tooLarge, size))
                .with("trust", TrustJson.of(assessment, setting.replyAddresses(message)))
                .with("reply", ReplyJson.of(Reply.of(message)))
                .with("content", content.storageFormat())
                .with("attachments", AttachmentsJson.of(assessment, content, !tooLarge))
                .with("charsetRepairs", NotesJson.charsetRepairs(message.notes()))
                .with("notes", NotesJson.others(message.notes()))
                .with("decision", new DecisionJson(words).of(assessment, tooLarge(tooLarge, size)))
                .with("error", null);
        return new Explanation(json.map(), true);
    }

    private Optional<DecisionJson.Refusal> tooLarge(boolean tooLarge, long size) {
        return tooLarge
                ? Optional.of(new DecisionJson.Refusal(
                        DeliveryCode.TOO_LARGE, List.of(mebibytes(size), mebibytes(mostBytes))))
                : Optional.empty();
    }

    private static String mebibytes(long bytes) {
        long mib = 1024L * 1024;
        return Long.toString((bytes + mib - 1) / mib);
    }
}
