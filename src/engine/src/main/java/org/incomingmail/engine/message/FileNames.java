package org.incomingmail.engine.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for parts that came without one. */
final class FileNames {
    private static final Pattern SUBJECT =
            Pattern.compile("(?im)^subject:[ \\t]*([^\\r\\n]{1,500}(?:\\r?\\n[ \\t][^\\r\\n]{1,500}){0,5})");

    private FileNames() {}

    /**
     * @param start the first bytes of a forwarded message
     * @param number of the attachment in its message
     */
    static String madeUp(Part part, byte[] start, int number) {
        return switch (part.mediaType()) {
            case "message/rfc822", "message/global" -> subject(start) + ".eml";
            case "message/partial", "message/external-body" -> "message.txt";
            case "text/calendar" -> "invite.ics";
            case "text/vcard", "text/x-vcard", "text/directory" -> "contact.vcf";
            case "message/delivery-status" -> "delivery-status.txt";
            case "application/ms-tnef", "application/vnd.ms-tnef" -> "winmail.dat";
            default -> "attachment-" + number + FileEndings.of(part.mediaType());
        };
    }

    private static String subject(byte[] start) {
        Matcher subject = SUBJECT.matcher(Charsets.unlabelled(start, null).text());
        String decoded = subject.find() ? EncodedWords.decode(subject.group(1).replaceAll("[\\r\\n]+", "")) : "";
        return decoded.isBlank() ? "message" : decoded;
    }
}
