package org.incomingmail.engine.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Walks the leaf parts of a raw message, the same way each time: their numbers find them again. */
final class PartStream {
    private PartStream() {}

    static MimeTokenStream open(InputStream raw, ReadingLimits limits) {
        MimeConfig config = MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderCount(limits.headerCount())
                .setMaxHeaderLen(limits.headerBytes())
                .setMaxContentLen(-1)
                .setCountLineNumbers(false)
                .build();
        MimeTokenStream tokens = new MimeTokenStream(config);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(raw);
        return tokens;
    }

    /** Below this depth multiparts are leaves. Called when a part's header begins. */
    static void boundDepth(MimeTokenStream tokens, int depth, ReadingLimits limits) {
        tokens.setRecursionMode(depth >= limits.depth() ? RecursionMode.M_FLAT : RecursionMode.M_NO_RECURSE);
    }

    /** Opens the decoded bytes of the leaf part with this number. */
    static InputStream leaf(RawMessage raw, int number, ReadingLimits limits) throws IOException {
        InputStream stream = raw.open();
        try {
            MimeTokenStream tokens = open(stream, limits);
            int depth = 0;
            int leaves = 0;
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                switch (state) {
                    case T_START_MULTIPART -> depth++;
                    case T_END_MULTIPART -> depth--;
                    case T_START_HEADER -> boundDepth(tokens, depth, limits);
                    case T_BODY -> {
                        if (leaves++ == number) {
                            return closingWith(tokens.getDecodedInputStream(), stream);
                        }
                    }
                    default -> {}
                }
            }
            throw new IOException("Part " + number + " is not in the message any more");
        } catch (MimeException e) {
            stream.close();
            throw new IOException("Part " + number + " cannot be reached", e);
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private static InputStream closingWith(InputStream decoded, InputStream source) {
        return new FilterInputStream(decoded) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return in.read(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                source.close();
            }
        };
    }
}
