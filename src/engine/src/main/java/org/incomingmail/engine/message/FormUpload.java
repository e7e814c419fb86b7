package org.incomingmail.engine.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * The file of an upload form, read while it comes in. What a browser sends (RFC 7578) is MIME; hosts differ in whether
 * they parse it for the servlets of apps.
 */
public final class FormUpload {
    private FormUpload() {}

    /** What to do with the file. */
    public interface Use<T> {
        T of(InputStream file) throws IOException;
    }

    /**
     * Empty when none was chosen, or when the request is no upload.
     *
     * @param contentType the request's, with its boundary
     */
    public static <T> Optional<T> use(InputStream body, String contentType, Use<T> use) throws IOException {
        MimeTokenStream parts = new MimeTokenStream(MimeConfig.PERMISSIVE);
        parts.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            parts.parseHeadless(body, contentType);
            EntityState state = parts.getState();
            boolean inPart = false;
            while (state != EntityState.T_END_OF_STREAM) {
                inPart |= state == EntityState.T_START_BODYPART;
                if (state == EntityState.T_BODY && inPart) {
                    InputStream file = parts.getInputStream();
                    int first = file.read();
                    return first < 0
                            ? Optional.empty()
                            : Optional.of(use.of(new SequenceInputStream(
                                    new ByteArrayInputStream(new byte[] {(byte) first}), file)));
                }
                state = parts.next();
            }
            return Optional.empty();
        } catch (MimeException | IllegalArgumentException noUpload) {
            return Optional.empty();
        }
    }
}
