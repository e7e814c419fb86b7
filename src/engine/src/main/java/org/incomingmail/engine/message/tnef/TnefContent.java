package org.incomingmail.engine.message.tnef;

import java.util.List;

/**
 * What a winmail.dat holds.
 *
 * @param text plain text, empty when there is none
 * @param html empty when there is none
 * @param rtf decompressed, empty when there is none
 * @param files in their order, those of messages inside as well
 * @param whole false when there is more to it: it ended too early, made no sense from somewhere on, or a message is
 *     attached whose text is not here
 */
public record TnefContent(TnefText text, TnefText html, byte[] rtf, List<TnefFile> files, boolean whole) {

    /** Whether unpacking it gave nothing, so that the file itself is worth keeping. */
    public boolean isEmpty() {
        return files.isEmpty() && text.isEmpty() && html.isEmpty() && rtf.length == 0;
    }
}
