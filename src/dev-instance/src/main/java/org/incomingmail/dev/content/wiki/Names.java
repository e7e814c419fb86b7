package org.incomingmail.dev.content.wiki;

import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** What content may be called, and what counts as the same name. */
final class Names {

    private static final int LIMIT = 255;
    // RFC 6838 4.2: restricted names
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][\\w!#$&^.+-]{0,126}/[a-z0-9][\\w!#$&^.+-]{0,126}");

    private Names() {}

    static String title(String title) {
        return checked(title, "title");
    }

    static String fileName(String name) {
        String checked = checked(name, "file name");
        if (checked.contains("/") || checked.contains("\\") || checked.equals(".") || checked.equals("..")) {
            throw new InvalidContentException("The file name \"" + checked + "\" contains a slash or is a folder.");
        }
        return checked;
    }

    static String uniquePage(long spaceId, String title) {
        return "page:" + spaceId + ":"
                + Normalizer.normalize(title, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Posts of different days may have one title. */
    static String uniquePost(long spaceId, String title, LocalDate day) {
        return "post:" + spaceId + ":" + day + ":"
                + Normalizer.normalize(title, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    static String uniqueFile(long containerId, String fileName) {
        return "file:" + containerId + ":" + Normalizer.normalize(fileName, Normalizer.Form.NFC);
    }

    /** The type without parameters; what is none becomes unknown binary. */
    static String mediaType(String given) {
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(type).matches() ? type : "application/octet-stream";
    }

    private static String checked(String name, String what) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new InvalidContentException("The " + what + " is empty.");
        }
        if (stripped.length() > LIMIT) {
            throw new InvalidContentException("The " + what + " is longer than " + LIMIT + " characters.");
        }
        if (stripped.codePoints().anyMatch(Names::unprintable)) {
            throw new InvalidContentException("The " + what + " contains a control character.");
        }
        return stripped;
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    /** SQL:2011 class 23505: another node or thread has taken the name since we looked. */
    static boolean isTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException && "23505".equals(((SQLException) cause).getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
