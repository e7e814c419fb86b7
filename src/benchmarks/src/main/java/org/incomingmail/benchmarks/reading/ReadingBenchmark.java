package org.incomingmail.benchmarks.reading;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.incomingmail.benchmarks.corpus.Corpus;
import org.incomingmail.engine.delivery.Assessment;
import org.incomingmail.engine.explain.command.AssumedSetting;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MessageReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Messages a second on one thread, from bytes in memory: ours to the composed content, others to their decoded parts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReadingBenchmark {
    private static final int MAILS = 200;

    /** What the mails are like. */
    public enum Mails {
        SMALL,
        MIX
    }

    /** Which mails. */
    @Param
    public Mails mails;

    private List<byte[]> corpus;
    private int next;
    private final MessageReader reader = new MessageReader();
    private AssumedSetting setting;
    private final Session session = Session.getInstance(new Properties());

    /** The same mails for all. */
    @Setup
    public void write() throws Exception {
        corpus = mails == Mails.SMALL ? Corpus.small(MAILS) : Corpus.mix(MAILS);
        setting = AssumedSetting.standard();
    }

    private byte[] mail() {
        next = (next + 1) % corpus.size();
        return corpus.get(next);
    }

    /** Ours: headers, texts, repaired charsets, attachments measured. */
    @Benchmark
    public IncomingMessage read() throws Exception {
        byte[] mail = mail();
        return reader.read(() -> new ByteArrayInputStream(mail));
    }

    /** Ours: read, screened, routed, trusted, reply separated and storage format composed. */
    @Benchmark
    public Assessment readAndDecide() throws Exception {
        byte[] mail = mail();
        IncomingMessage message = reader.read(() -> new ByteArrayInputStream(mail));
        return setting.assessor(message).assess(setting.server(message), message);
    }

    /** Jakarta Mail (Angus): every part decoded, texts as strings. */
    @Benchmark
    public long angus() throws Exception {
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail()));
        return message.getSubject().length() + message.getFrom().length + walk(message);
    }

    private static long walk(Part part) throws Exception {
        if (part.isMimeType("multipart/*")) {
            long size = 0;
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                size += walk(parts.getBodyPart(i));
            }
            return size;
        }
        if (part.isMimeType("text/*")) {
            return ((String) part.getContent()).length();
        }
        try (InputStream bytes = part.getInputStream()) {
            return bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Apache James Mime4j: its own tree of the message, every body decoded. */
    @Benchmark
    public long mime4j() throws Exception {
        Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(mail()));
        try {
            return message.getSubject().length() + message.getFrom().size() + walk(message);
        } finally {
            message.dispose();
        }
    }

    private static long walk(Entity entity) throws Exception {
        if (entity.getBody() instanceof org.apache.james.mime4j.dom.Multipart parts) {
            long size = 0;
            for (Entity part : parts.getBodyParts()) {
                size += walk(part);
            }
            return size;
        }
        try (InputStream bytes = ((SingleBody) entity.getBody()).getInputStream()) {
            return bytes.transferTo(OutputStream.nullOutputStream());
        }
    }
}
