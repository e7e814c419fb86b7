package org.incomingmail.engine.connection.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells {@link Patience} when something was asked. */
final class PatientOutput extends FilterOutputStream {
    private final Patience patience;

    PatientOutput(OutputStream out, Patience patience) {
        super(out);
        this.patience = patience;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        patience.asked();
        out.write(bytes, offset, length);
    }
}
