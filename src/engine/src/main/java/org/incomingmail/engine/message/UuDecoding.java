package org.incomingmail.engine.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Content-Transfer-Encoding x-uuencode: an old one, whose decoding needs the whole part. */
final class UuDecoding extends InputStream {
    private static final int MOST = 64 * 1024 * 1024;

    private final InputStream encoded;
    private Optional<InputStream> decoded = Optional.empty();

    UuDecoding(InputStream encoded) {
        this.encoded = encoded;
    }

    @Override
    public int read() throws IOException {
        return decoded().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return decoded().read(bytes, offset, length);
    }

    private InputStream decoded() throws IOException {
        if (decoded.isEmpty()) {
            byte[] all = encoded.readNBytes(MOST);
            decoded = Optional.of(new ByteArrayInputStream(FileInText.find(all).stream()
                    .findFirst()
                    .map(file -> file.decoded(all))
                    .orElse(all)));
        }
        return decoded.get();
    }

    @Override
    public void close() throws IOException {
        encoded.close();
    }
}
