package org.incomingmail.engine.message.tnef;

/** A file while its attributes are read, which come in any order. */
final class FileDraft {
    TnefText name = TnefText.NONE;
    private String mediaType = "";
    private String contentId = "";
    private long start = -1;
    private long size;

    void lies(long at, long length) {
        start = at;
        size = length;
    }

    void describe(MapiProperties properties, String codePage) {
        TnefText longName = properties.text(MapiProperties.ATTACH_LONG_FILENAME, codePage);
        TnefText shortName = properties.text(MapiProperties.ATTACH_FILENAME, codePage);
        TnefText shown = properties.text(MapiProperties.DISPLAY_NAME, codePage);
        name = first(longName, first(name, first(shortName, shown)));
        mediaType = properties.ascii(MapiProperties.ATTACH_MIME_TAG);
        contentId = properties.ascii(MapiProperties.ATTACH_CONTENT_ID);
        long[] range = properties.range(MapiProperties.ATTACH_DATA);
        if (range != null && start < 0) {
            lies(range[0], range[1]);
        }
    }

    private static TnefText first(TnefText one, TnefText other) {
        return one.isEmpty() ? other : one;
    }

    boolean found() {
        return start >= 0;
    }

    TnefFile file() {
        return new TnefFile(name, mediaType, contentId, start, size);
    }
}
