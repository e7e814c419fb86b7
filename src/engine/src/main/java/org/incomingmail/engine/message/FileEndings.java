package org.incomingmail.engine.message;

import java.util.Map;

/** Usual file name endings of media types, for parts that came without a name. */
final class FileEndings {
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/png", ".png"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/jpg", ".jpg"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/webp", ".webp"),
            Map.entry("image/heic", ".heic"),
            Map.entry("image/bmp", ".bmp"),
            Map.entry("image/tiff", ".tif"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"),
            Map.entry("text/plain", ".txt"),
            Map.entry("text/csv", ".csv"),
            Map.entry("text/html", ".html"),
            Map.entry("text/rfc822-headers", ".txt"),
            Map.entry("application/pkcs7-mime", ".p7m"));

    private FileEndings() {}

    static String of(String mediaType) {
        return ENDINGS.getOrDefault(mediaType, "");
    }
}
