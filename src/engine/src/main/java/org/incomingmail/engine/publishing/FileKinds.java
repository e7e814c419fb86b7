package org.incomingmail.engine.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file is by its first bytes, its name and its media type. Knows few kinds, but those surely. */
final class FileKinds {
    static final int FIRST_BYTES = 16;

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("pdf", "pdf"),
            Map.entry("png", "image"),
            Map.entry("jpg", "image"),
            Map.entry("jpeg", "image"),
            Map.entry("gif", "image"),
            Map.entry("webp", "image"),
            Map.entry("zip", "zip"),
            Map.entry("docx", "zip"),
            Map.entry("xlsx", "zip"),
            Map.entry("pptx", "zip"),
            Map.entry("odt", "zip"),
            Map.entry("ods", "zip"),
            Map.entry("odp", "zip"),
            Map.entry("jar", "zip"),
            Map.entry("gz", "gzip"),
            Map.entry("7z", "7z"),
            Map.entry("exe", "program"),
            Map.entry("dll", "program"),
            Map.entry("scr", "program"),
            Map.entry("sys", "program"),
            Map.entry("so", "program"));

    /** These may be told by their type alone; everything else is too often mislabelled by mail programs. */
    private static final Map<String, String> BY_TYPE = Map.of(
            "application/pdf", "pdf",
            "image/png", "image",
            "image/jpeg", "image",
            "image/gif", "image",
            "image/webp", "image",
            "application/x-msdownload", "program",
            "application/x-dosexec", "program");

    /** Text formats whose files never begin like a program or an archive. */
    private static final Set<String> TEXTS = Set.of("txt", "csv", "md", "log", "xml", "json", "html", "htm", "ics");

    private FileKinds() {}

    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether name, media type and first bytes can belong to one file. Bytes of no known kind fit anything. */
    static boolean agree(String name, String mediaType, byte[] first) {
        String ending = ending(name);
        Optional<String> byBytes = byBytes(first);
        String byEnding = BY_ENDING.get(ending);
        String byType = BY_TYPE.get(mediaType);
        if (byBytes.isPresent() && byEnding != null && !byBytes.get().equals(byEnding)) {
            return false;
        }
        if (byEnding == null && byBytes.filter("program"::equals).isPresent()) {
            return false;
        }
        if (TEXTS.contains(ending) && byBytes.isPresent()) {
            return false;
        }
        return byType == null || byEnding == null || byType.equals(byEnding);
    }

    private static Optional<String> byBytes(byte[] first) {
        String start = new String(first, StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return Optional.of("pdf");
        }
        if (start.startsWith("\u0089PNG\r\n")) {
            return Optional.of("image");
        }
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of("image");
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of("image");
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of("image");
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return Optional.of("zip");
        }
        if (start.startsWith("\u001F\u008B")) {
            return Optional.of("gzip");
        }
        if (start.startsWith("7z\u00BC\u00AF\u0027\u001C")) {
            return Optional.of("7z");
        }
        boolean program = start.startsWith("MZ")
                || start.startsWith("\u007FELF")
                || start.startsWith("\u00FE\u00ED\u00FA")
                || start.startsWith("\u00CF\u00FA\u00ED\u00FE");
        return program ? Optional.of("program") : Optional.empty();
    }
}
