package org.incomingmail.engine.wiki;

import java.io.IOException;
import java.io.InputStream;

/** A file to attach; opened once, when it is stored. */
public record NewAttachment(String name, String mediaType, long size, Source source) {

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
