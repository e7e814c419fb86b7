package org.incomingmail.engine.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A file that came with a message.
 *
 * @param name decoded as sent, made up when there was none; not yet safe as a file name
 * @param mediaType lower case, without parameters
 * @param size decoded bytes
 * @param contentId without angle brackets; what {@code cid:} links in the HTML refer to
 * @param contentLocation what an HTML body may refer to instead of a content id
 * @param inline the sender means it to be shown inside the text
 * @param source decodes the bytes from the raw message each time it is opened
 */
public record IncomingAttachment(
        String name,
        String mediaType,
        long size,
        Optional<String> contentId,
        Optional<String> contentLocation,
        boolean inline,
        RawMessage source) {

    public InputStream open() throws IOException {
        return source.open();
    }

    public boolean image() {
        return mediaType.startsWith("image/");
    }
}
