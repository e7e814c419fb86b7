package org.incomingmail.engine.message.tnef;

/** Text as bytes with the label of their charset; an empty label when nothing says it. */
public record TnefText(byte[] bytes, String charset) {
    static final TnefText NONE = new TnefText(new byte[0], "");

    public boolean isEmpty() {
        return bytes.length == 0;
    }
}
